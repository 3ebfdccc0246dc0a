package fr.gestmat.identity.control;

import fr.gestmat.job.boundary.LeasedJobs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** The hour at which the rows of sessions long over go. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionExpiry {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "old-sessions";

  @Inject private LeasedJobs jobs;
  @Inject private SessionRows sessions;

  /** Removes what is over. */
  @Schedule(hour = "*", minute = "23", persistent = false)
  public void tick() {
    jobs.run(JOB, Duration.ofMinutes(50), Duration.ofMinutes(10), this::forget);
  }

  private Optional<String> forget() {
    int gone = sessions.forgetOld();
    return gone == 0 ? Optional.empty() : Optional.of(gone + " sessions");
  }
}
