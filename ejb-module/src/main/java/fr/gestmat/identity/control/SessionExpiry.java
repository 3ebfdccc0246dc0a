package fr.gestmat.identity.control;

import fr.gestmat.job.boundary.PlannedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Every hour, the rows of sessions long over go. */
@ApplicationScoped
public class SessionExpiry implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "old-sessions";

  @Inject private SessionRows sessions;

  @Override
  public String name() {
    return JOB;
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(50);
  }

  @Override
  public Duration lease() {
    return Duration.ofMinutes(10);
  }

  @Override
  public Optional<String> work() {
    int gone = sessions.forgetOld();
    return gone == 0 ? Optional.empty() : Optional.of(gone + " sessions");
  }
}
