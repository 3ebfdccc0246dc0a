package fr.gestmat.lending.control.sheet;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Scope;
import fr.gestmat.job.boundary.BackgroundWork;
import fr.gestmat.job.boundary.TaskFailedException;
import fr.gestmat.job.boundary.TaskResult;
import fr.gestmat.job.boundary.TaskRun;
import fr.gestmat.lending.control.OwnerRights;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;

/**
 * Checks or applies a sheet, under the rights that its owner has at that moment. Each kind says how
 * a row is judged, how a batch is applied, and how the whole ends.
 */
public abstract class SheetWork implements BackgroundWork {

  private static final String NO_RIGHT = "{\"reason\":\"noRight\"}";

  @Inject private OwnerRights rights;
  @Inject private SheetStore store;
  @Inject private SheetLines lines;
  @Inject private SheetPass pass;

  /** Which sheets this work is for. */
  protected abstract SheetKind sheets();

  /** Who judges the rows of a sheet. */
  protected abstract SheetPass.Judge judge(SentSheet sheet, Scope scope);

  /**
   * Applies the next lines in a transaction of its own.
   *
   * @return how many; 0 when nothing is left
   */
  protected abstract int batch(SentSheet sheet, Caller who, Scope scope);

  /** Ends a sheet that is applied, with its lines in the journal. */
  protected abstract void finish(SentSheet sheet, Caller who);

  @Override
  public TaskResult run(TaskRun run) throws IOException, TaskFailedException {
    Caller who =
        rights.now(run.ownerAccountId()).orElseThrow(() -> new TaskFailedException(NO_RIGHT));
    Scope scope = who.scope(SheetDesk.managers());
    if (scope.isEmpty()) {
      throw new TaskFailedException(NO_RIGHT);
    }
    SentSheet sheet =
        store
            .find(sheets(), UUID.fromString(run.parameters()), who.accountId())
            .orElseThrow(() -> new TaskFailedException("{}"));
    if (sheet.state() == SheetState.CHECKING) {
      pass.run(run, sheet, judge(sheet, scope));
    } else if (sheet.state() == SheetState.APPLYING) {
      apply(run, sheet, who, scope);
    }
    return TaskResult.NOTHING;
  }

  private void apply(TaskRun run, SentSheet sheet, Caller who, Scope scope) {
    long total = lines.counts(sheet.key()).getOrDefault("NEW", 0L);
    long done = 0;
    run.progress(done, total);
    for (int rows = batch(sheet, who, scope); rows > 0; rows = batch(sheet, who, scope)) {
      done += rows;
      run.progress(done, total);
    }
    finish(sheet, who);
  }
}
