package fr.gestmat.lending.control.incident;

import fr.gestmat.job.boundary.LeasedJobs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;

/** The hour of the night at which losses are presumed. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PresumedLossHour {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "presumed-lost";

  @Inject private LeasedJobs jobs;
  @Inject private PresumedLoss presumed;

  /** Presumes lost what policy says. */
  @Schedule(hour = "3", minute = "17", persistent = false)
  public void tick() {
    jobs.run(JOB, Duration.ofHours(20), Duration.ofHours(2), presumed::run);
  }
}
