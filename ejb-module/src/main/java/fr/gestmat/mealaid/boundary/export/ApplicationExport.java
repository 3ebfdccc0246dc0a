package fr.gestmat.mealaid.boundary.export;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.NewTask;
import fr.gestmat.mealaid.control.export.AidExportWork;
import fr.gestmat.mealaid.control.export.AidExportWriter;
import fr.gestmat.mealaid.control.export.AidOrder;
import fr.gestmat.mealaid.control.export.ExportDownloads;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * Applications to take away. The right is asked when the file is made and again when it is taken
 * away (M-I22); only who ordered it finds it.
 */
@Stateless
@RolesAllowed({"AID_OFFICER", "AID_MANAGER"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApplicationExport {

  /** Beyond this many rows nobody is made to wait. */
  public static final long ROWS_AT_ONCE = 20_000;

  @Inject private CurrentCaller caller;
  @Inject private AidExportWriter writer;
  @Inject private BackgroundTasks tasks;
  @Inject private FileStore files;
  @Inject private SealedFiles sealed;
  @Inject private ExportDownloads downloads;

  /** Where what was ordered will be found. */
  public sealed interface Ordered {

    /**
     * It is there.
     *
     * @param file public id of the file
     */
    record Ready(UUID file) implements Ordered {}

    /**
     * It is being made.
     *
     * @param task public id of the task
     */
    record Working(UUID task) implements Ordered {}
  }

  /**
   * A whole file.
   *
   * @param name name for people
   * @param mediaType media type
   * @param content from its start; to be closed by who takes it
   */
  public record Download(String name, String mediaType, InputStream content) {}

  /**
   * Orders an export: written at once up to {@value #ROWS_AT_ONCE} rows, in the background beyond.
   *
   * @return empty if there is no such campaign
   * @throws IOException if the file could not be written whole; nothing is kept then
   */
  public Optional<Ordered> order(AidOrder order) throws IOException {
    Caller who = caller.get();
    Optional<Long> count = writer.count(who, order);
    if (count.isEmpty()) {
      return Optional.empty();
    }
    if (count.get() <= ROWS_AT_ONCE) {
      return Optional.of(new Ordered.Ready(writer.write(who, order, rows -> {}).file()));
    }
    return Optional.of(
        new Ordered.Working(
            tasks.handIn(
                new NewTask(
                    AidExportWork.KIND,
                    who.authorityId(),
                    null,
                    who.accountId(),
                    who.name(),
                    order.json()))));
  }

  /**
   * Hands over a file that the caller ordered, and says so in the journal.
   *
   * @return empty if there is none of theirs, or its day is over
   * @throws IOException if it was changed where it lies
   */
  public Optional<Download> take(UUID id) throws IOException {
    Caller who = caller.get();
    Optional<StoredFile> file =
        files.find(id, who.accountId()).filter(f -> f.purpose() == FilePurpose.AID_EXPORT);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Optional<InputStream> content = sealed.stream(id, who.authorityId());
    if (content.isPresent()) {
      downloads.told(who, file.get());
    }
    return content.map(bytes -> new Download(file.get().fileName(), file.get().mediaType(), bytes));
  }
}
