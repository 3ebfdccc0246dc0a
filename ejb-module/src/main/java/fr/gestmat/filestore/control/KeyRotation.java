package fr.gestmat.filestore.control;

import fr.gestmat.job.boundary.PlannedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings every sealed file under the newest master key, after which the older ones may be taken out
 * of the settings.
 */
@ApplicationScoped
public class KeyRotation implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "file-keys";

  /** Steps of a run, so that it ends within its lease; the next one goes on. */
  private static final int STEPS = 200;

  @Inject private OldKeys oldKeys;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public Duration lease() {
    return Duration.ofMinutes(60);
  }

  @Override
  public Optional<String> work() throws IOException {
    OldKeys.Step all = new OldKeys.Step(0, 0, 0);
    for (int i = 0; i < STEPS; i++) {
      OldKeys.Step step = oldKeys.renew(all.last());
      if (step.last() == all.last()) {
        break;
      }
      all =
          new OldKeys.Step(
              all.renewed() + step.renewed(), all.failed() + step.failed(), step.last());
    }
    return all.renewed() + all.failed() == 0
        ? Optional.empty()
        : Optional.of(
            all.renewed() + " under the newest key, " + all.failed() + " could not be read");
  }
}
