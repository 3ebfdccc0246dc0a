package fr.gestmat.lending.control.incident;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** In the night, losses are presumed. */
@ApplicationScoped
public class PresumedLossHour implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "presumed-lost";

  @Inject private PresumedLoss presumed;

  @Override
  public JobPlan plan() {
    return new JobPlan(JOB, Duration.ofHours(20), Duration.ofHours(2)).at(3);
  }

  @Override
  public JobReport work() {
    return presumed.run();
  }
}
