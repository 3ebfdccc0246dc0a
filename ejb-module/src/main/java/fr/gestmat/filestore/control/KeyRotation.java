package fr.gestmat.filestore.control;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;

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
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofMinutes(10), Duration.ofMinutes(60));
  }

  @Override
  public JobReport work() throws IOException {
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
    return JobReport.of("rekeyed", all.renewed()).and("unreadable", all.failed());
  }
}
