package fr.gestmat.lending.control.reminder;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Every night, lets loans that were closed long ago forget their pupils. */
@ApplicationScoped
public class ForgettingJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "forget-pupils";

  @Inject private SettingRows settings;
  @Inject private Forgetting forgetting;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofHours(24), Duration.ofHours(2));
  }

  @Override
  public JobReport work() {
    int forgotten = 0;
    for (long authority : settings.authorities()) {
      forgotten += forget(authority);
    }
    return JobReport.of("loans", forgotten);
  }

  /** Lets an authority's loans forget; how many did. */
  public int forget(long authority) {
    int forgotten = 0;
    Optional<Long> after = Optional.of(0L);
    while (after.isPresent()) {
      Forgetting.Done done = forgetting.next(authority, after.get());
      forgotten += done.forgotten();
      after = done.last();
    }
    return forgotten;
  }
}
