package fr.gestmat.identity.control;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Every hour, the rows of sessions long over go. */
@ApplicationScoped
public class SessionExpiry implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "old-sessions";

  @Inject private SessionRows sessions;

  @Override
  public JobPlan plan() {
    return new JobPlan(JOB, Duration.ofMinutes(50), Duration.ofMinutes(10));
  }

  @Override
  public JobReport work() {
    int gone = sessions.forgetOld();
    return JobReport.of("sessions", gone);
  }
}
