package fr.gestmat.filestore.control;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;

/** Every hour, files that expired go. */
@ApplicationScoped
public class FileExpiry implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "expired-files";

  @Inject private ExpiredFiles expired;

  @Override
  public JobPlan plan() {
    return new JobPlan(JOB, Duration.ofMinutes(50), Duration.ofMinutes(20));
  }

  @Override
  public JobReport work() throws IOException {
    return expired.remove();
  }
}
