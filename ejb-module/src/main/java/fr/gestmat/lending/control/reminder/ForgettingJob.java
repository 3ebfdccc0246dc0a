package fr.gestmat.lending.control.reminder;

import fr.gestmat.job.boundary.PlannedJob;
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
  public String name() {
    return NAME;
  }

  @Override
  public Duration every() {
    return Duration.ofHours(24);
  }

  @Override
  public Duration lease() {
    return Duration.ofHours(2);
  }

  @Override
  public Optional<String> work() {
    int forgotten = 0;
    for (long authority : settings.authorities()) {
      forgotten += forget(authority);
    }
    return forgotten == 0 ? Optional.empty() : Optional.of(forgotten + " loans");
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
