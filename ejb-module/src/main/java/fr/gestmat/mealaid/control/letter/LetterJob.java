package fr.gestmat.mealaid.control.letter;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Makes the letters that wait, one after the other; one that fails keeps no other from coming. */
@ApplicationScoped
public class LetterJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "aid-letters";

  private static final Logger LOG = System.getLogger(LetterJob.class.getName());

  /** Letters of one run, so that it ends well within its lease. */
  private static final int MOST = 20_000;

  @Inject private LetterQueue queue;
  @Inject private LetterMaking making;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofSeconds(50), Duration.ofHours(1));
  }

  @Override
  public JobReport work() {
    int made = 0;
    int failed = 0;
    for (int i = 0; i < MOST; i++) {
      Optional<Long> next = queue.take();
      if (next.isEmpty()) {
        break;
      }
      if (make(next.get())) {
        made++;
      } else {
        failed++;
      }
    }
    return JobReport.of("letters", made).and("later", failed);
  }

  private boolean make(long id) {
    try {
      making.make(id);
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "letter " + id + " could not be made: " + e);
      queue.failed(id, String.valueOf(root(e).getMessage()));
      return false;
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
