package fr.gestmat.filestore.boundary;

import fr.gestmat.filestore.control.DataFolder;
import fr.gestmat.filestore.control.FileSeal;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps files that are encrypted on disk, small enough to be read whole: photos, drawn signatures,
 * single pages. Files that were kept before their kind was sealed are opened as they lie there.
 */
@ApplicationScoped
public class SealedFiles {

  @Inject private FileStore files;
  @Inject private FileSeal seal;
  @Inject private DataFolder folder;

  /** Seals a file, moves it to its place and writes its row. */
  @InTransaction
  public StoredFile keep(FileOwner owner, FileLabel label, byte[] content) throws IOException {
    Path file = folder.newFile();
    try {
      Files.write(file, seal.seal(content));
      StoredFile kept = files.keep(owner, label, file);
      kept.markSealed();
      return kept;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * The content of a file that has not expired; whether the caller may see it was decided before.
   *
   * @throws IOException if it was changed on disk, or its key is gone
   */
  public Optional<byte[]> open(UUID id, long authorityId) throws IOException {
    Optional<StoredFile> file = files.findKept(id, authorityId);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Path content = files.content(file.get());
    if (!Files.isReadable(content)) {
      return Optional.empty();
    }
    byte[] kept = Files.readAllBytes(content);
    return Optional.of(file.get().sealed() ? seal.open(kept) : kept);
  }
}
