package fr.gestmat.lending.control.sheet;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.NewTask;
import fr.gestmat.job.boundary.TaskView;
import fr.gestmat.reports.sheet.Sheet;
import fr.gestmat.reports.sheet.SheetLimits;
import fr.gestmat.reports.sheet.SheetProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What every kind of sheet needs from its arrival to the work on it; in the caller's transaction.
 */
@ApplicationScoped
public class SheetDesk {

  /** Who sends spreadsheets of devices. */
  private static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  @Inject private SheetStore store;
  @Inject private FileStore files;
  @Inject private BackgroundTasks tasks;

  /** What became of a file that was sent. */
  public sealed interface Sent {

    /**
     * It can be read.
     *
     * @param id public id of the sheet
     */
    record Received(UUID id) implements Sent {}

    /**
     * It can't.
     *
     * @param why what is wrong with it
     */
    record Unreadable(SheetProblem.Kind why) implements Sent {}
  }

  /** The roles that send spreadsheets of devices. */
  public static Role[] managers() {
    return MANAGERS.clone();
  }

  /**
   * Receives a file of at most 20 MiB and looks at its headings: their columns are those that were
   * confirmed for the same headings before, or else those that their words say.
   *
   * @throws IOException if it can't be kept
   */
  public <F extends Enum<F> & SheetField> Sent send(
      Caller who,
      SheetKind kind,
      Class<F> fields,
      JsonObject about,
      String fileName,
      InputStream content)
      throws IOException {
    Path file = files.receive(content, SheetLimits.usual().fileBytes());
    try (Sheet sheet = Sheet.open(file, SheetLimits.usual())) {
      if (sheet.problem().isPresent()) {
        return new Sent.Unreadable(sheet.problem().get().kind());
      }
      StoredFile kept =
          files.keep(
              new FileOwner(who.authorityId(), who.scope(MANAGERS).schoolIds(), who.accountId()),
              new FileLabel(FilePurpose.UPLOAD, fileName, "application/octet-stream"),
              file);
      List<String> headings = sheet.headings();
      Map<String, Integer> columns =
          store
              .remembered(who.authorityId(), kind, headings)
              .orElseGet(() -> named(SheetField.propose(fields, headings)));
      return new Sent.Received(store.create(who, kind, kept, about, columns));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** The headings of its file; empty if the file has expired. */
  public List<String> headings(SentSheet sheet) throws IOException {
    Optional<StoredFile> file = files.find(sheet.fileId(), sheet.accountId());
    if (file.isEmpty()) {
      return List.of();
    }
    try (Sheet content = Sheet.open(files.content(file.get()), SheetLimits.usual())) {
      return content.headings();
    }
  }

  /** The task that works on it. */
  public Optional<TaskView> task(SentSheet sheet) {
    return sheet.task().flatMap(id -> tasks.find(id, sheet.accountId()));
  }

  /**
   * Compares the file with what is known, in the background, with these columns, which are
   * remembered for the next file of the same form.
   *
   * @return false if that was asked for already
   */
  public <F extends Enum<F> & SheetField> boolean check(
      Caller who, SheetKind kind, String task, SentSheet sheet, Map<F, Integer> columns)
      throws IOException {
    boolean begins =
        store.move(sheet.key(), SheetState.RECEIVED, SheetState.CHECKING)
            || store.move(sheet.key(), SheetState.CHECKED, SheetState.CHECKING);
    if (begins) {
      store.map(sheet, kind, headings(sheet), named(columns));
      work(who, task, sheet);
    }
    return begins;
  }

  /** Applies it in the background; false if that was asked for already. */
  public boolean apply(Caller who, String task, SentSheet sheet) {
    boolean begins = store.move(sheet.key(), SheetState.CHECKED, SheetState.APPLYING);
    if (begins) {
      work(who, task, sheet);
    }
    return begins;
  }

  /** Lets work that failed go on from where it stopped. */
  public boolean retry(SentSheet sheet) {
    return sheet.stopped()
        && sheet.task().filter(id -> tasks.retry(id, sheet.accountId())).isPresent();
  }

  private void work(Caller who, String task, SentSheet sheet) {
    store.follow(
        sheet.key(),
        tasks.submit(
            new NewTask(
                task,
                who.authorityId(),
                null,
                who.accountId(),
                who.name(),
                sheet.id().toString())));
  }

  private static <F extends Enum<F> & SheetField> Map<String, Integer> named(
      Map<F, Integer> columns) {
    Map<String, Integer> named = new HashMap<>();
    columns.forEach((field, column) -> named.put(field.name(), column));
    return named;
  }
}
