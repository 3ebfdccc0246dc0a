package fr.gestmat.lending.control.sheet;

import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.job.boundary.TaskFailedException;
import fr.gestmat.job.boundary.TaskRun;
import fr.gestmat.lending.control.sheet.SheetLines.Judged;
import fr.gestmat.reports.sheet.Sheet;
import fr.gestmat.reports.sheet.SheetLimits;
import fr.gestmat.reports.sheet.SheetRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives every row of a file its verdict, a batch at a time. Done again, it begins again: nothing
 * else is written. A file that can't be read to its end is refused as a whole.
 */
@ApplicationScoped
public class SheetPass {

  private static final int BATCH = 200;
  private static final String EXPIRED = "{\"reason\":\"expired\"}";

  @Inject private SheetStore store;
  @Inject private SheetLines lines;
  @Inject private FileStore files;

  /** Judges some rows; what it remembers of earlier ones is its own. */
  @FunctionalInterface
  public interface Judge {
    /** The verdict on each row, in their order. */
    List<Judged> judge(List<SheetRow> rows);
  }

  /**
   * Reads the whole file.
   *
   * @throws TaskFailedException if the file is not kept any more
   */
  public void run(TaskRun run, SentSheet sheet, Judge judge)
      throws IOException, TaskFailedException {
    StoredFile file =
        files
            .find(sheet.fileId(), sheet.accountId())
            .orElseThrow(() -> new TaskFailedException(EXPIRED));
    lines.clear(sheet.key());
    long done = 0;
    try (Sheet content = Sheet.open(files.content(file), SheetLimits.usual())) {
      List<SheetRow> batch = new ArrayList<>();
      for (Optional<SheetRow> row = content.next(); row.isPresent(); row = content.next()) {
        batch.add(row.get());
        if (batch.size() == BATCH) {
          done += batch.size();
          judge(sheet, judge, batch);
          run.progress(done, 0);
        }
      }
      judge(sheet, judge, batch);
      if (content.problem().isPresent()) {
        lines.clear(sheet.key());
        store.refuse(
            sheet.key(), content.problem().get().kind().name(), content.problem().get().line());
        return;
      }
    }
    store.move(sheet.key(), SheetState.CHECKING, SheetState.CHECKED);
  }

  private void judge(SentSheet sheet, Judge judge, List<SheetRow> batch) {
    if (!batch.isEmpty()) {
      lines.add(sheet.key(), judge.judge(List.copyOf(batch)));
      batch.clear();
    }
  }
}
