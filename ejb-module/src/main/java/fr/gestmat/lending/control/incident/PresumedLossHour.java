package fr.gestmat.lending.control.incident;

import fr.gestmat.job.boundary.PlannedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** In the night, losses are presumed. */
@ApplicationScoped
public class PresumedLossHour implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "presumed-lost";

  @Inject private PresumedLoss presumed;

  @Override
  public String name() {
    return JOB;
  }

  @Override
  public Duration every() {
    return Duration.ofHours(20);
  }

  @Override
  public OptionalInt hour() {
    return OptionalInt.of(3);
  }

  @Override
  public Duration lease() {
    return Duration.ofHours(2);
  }

  @Override
  public Optional<String> work() {
    return presumed.run();
  }
}
