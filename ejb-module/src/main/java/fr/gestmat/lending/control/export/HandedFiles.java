package fr.gestmat.lending.control.export;

import fr.gestmat.access.Caller;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Hands a stored file over to somebody who may see it, as it was sent or made, whether it lies
 * encrypted on disk or not. Each time leaves a line in the journal. Needs a transaction.
 */
@ApplicationScoped
public class HandedFiles {

  @Inject private FileStore files;
  @Inject private SealedFiles sealed;
  @Inject private Journal journal;

  /**
   * A whole file.
   *
   * @param name name for people
   * @param mediaType media type
   * @param bytes its size
   * @param content from its start; to be closed by who takes it
   */
  public record Download(String name, String mediaType, long bytes, InputStream content) {}

  /**
   * A file; whether the caller may see it was decided before.
   *
   * @return empty if it is gone from the disk
   * @throws IOException if it was changed on disk, or its key is gone
   */
  public Optional<Download> over(Caller who, StoredFile file) throws IOException {
    Optional<Download> download = file.sealed() ? opened(file) : asItLies(file);
    if (download.isPresent()) {
      journal.write(
          new JournalEvent(
              who.authorityId(),
              null,
              who.accountId(),
              who.name(),
              LendingAction.DOWNLOADED.name(),
              "FILE",
              file.id(),
              null,
              Json.createObjectBuilder().add("name", file.fileName()).build().toString()));
    }
    return download;
  }

  private Optional<Download> opened(StoredFile file) throws IOException {
    return sealed
        .open(file.publicId(), file.authorityId())
        .map(
            clear ->
                new Download(
                    file.fileName(),
                    file.mediaType(),
                    clear.length,
                    new ByteArrayInputStream(clear)));
  }

  private Optional<Download> asItLies(StoredFile file) throws IOException {
    Path content = files.content(file);
    return Files.isReadable(content)
        ? Optional.of(
            new Download(
                file.fileName(), file.mediaType(), file.byteCount(), Files.newInputStream(content)))
        : Optional.empty();
  }
}
