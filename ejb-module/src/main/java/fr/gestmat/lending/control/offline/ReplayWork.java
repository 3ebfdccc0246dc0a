package fr.gestmat.lending.control.offline;

import fr.gestmat.job.boundary.BackgroundWork;
import fr.gestmat.job.boundary.TaskResult;
import fr.gestmat.job.boundary.TaskRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Plays a replay, one operation after the other, each in its own transaction with what became of
 * it: a server that dies is followed by another one that goes on after it.
 */
@ApplicationScoped
public class ReplayWork implements BackgroundWork {

  /** Kind of these tasks. */
  public static final String KIND = "OFFLINE_REPLAY";

  private static final Logger LOG = Logger.getLogger(ReplayWork.class.getName());

  /** A lost race is run again; what fails so often is put aside, and the others go on. */
  private static final int ATTEMPTS = 3;

  @Inject private ReplayStep steps;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public TaskResult run(TaskRun run) {
    long replay = Long.parseLong(run.parameters());
    long total = steps.total(replay);
    long done = 0;
    while (true) {
      Optional<UUID> next = steps.next(replay);
      if (next.isEmpty()) {
        steps.end(replay);
        return TaskResult.NOTHING;
      }
      play(replay, next.get());
      done++;
      run.progress(Math.min(done, total), total);
    }
  }

  private void play(long replay, UUID scan) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        steps.play(replay, scan);
        return;
      } catch (RuntimeException e) {
        LOG.log(attempt < ATTEMPTS ? Level.FINE : Level.WARNING, "operation " + scan, e);
      }
    }
    steps.putAside(scan);
  }
}
