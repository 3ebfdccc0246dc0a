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
 * Keeps files that are encrypted on disk, small enough to be read whole: photos of a few 100 KB.
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
      return files.keep(owner, label, file);
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
    return Files.isReadable(content)
        ? Optional.of(seal.open(Files.readAllBytes(content)))
        : Optional.empty();
  }
}
