package fr.gestmat.filestore.boundary;

import fr.gestmat.filestore.control.ChangedFileException;
import fr.gestmat.filestore.control.DataFolder;
import fr.gestmat.filestore.control.FileBytes;
import fr.gestmat.filestore.control.FileSeal;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.SealedKey;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps files that are encrypted where they lie. They are sealed and opened piece by piece; whether
 * the caller may see one was decided before. Files that were kept before their kind was sealed are
 * opened as they lie there.
 */
@ApplicationScoped
public class SealedFiles {

  @Inject private FileStore files;
  @Inject private FileSeal seal;
  @Inject private DataFolder folder;
  @Inject private FileBytes bytes;

  /** Seals a file, moves it to its place and writes its row. */
  @InTransaction
  public StoredFile keep(FileOwner owner, FileLabel label, byte[] content) throws IOException {
    return keep(owner, label, new ByteArrayInputStream(content));
  }

  /** The same for a file that was {@link FileStore#receive received}; it stays where it is. */
  @InTransaction
  public StoredFile keep(FileOwner owner, FileLabel label, Path plain) throws IOException {
    try (InputStream content = Files.newInputStream(plain)) {
      return keep(owner, label, content);
    }
  }

  private StoredFile keep(FileOwner owner, FileLabel label, InputStream content)
      throws IOException {
    Path file = folder.newFile();
    try {
      SealedKey key = seal.seal(content, Files.newOutputStream(file));
      StoredFile kept = files.keep(owner, label, file);
      kept.seal(key);
      return kept;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * The content of a small file that has not expired.
   *
   * @throws IOException if it was changed where it lies, or its key is gone
   */
  public Optional<byte[]> open(UUID id, long authorityId) throws IOException {
    Optional<InputStream> content = stream(id, authorityId);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = content.get()) {
      return Optional.of(in.readAllBytes());
    }
  }

  /**
   * The content of a file that has not expired, to be closed by who reads it. Every piece is
   * verified before it is handed on.
   *
   * @throws ChangedFileException now or while it is read, if it was changed where it lies
   * @throws IOException now or while it is read, if its key is gone or the store cannot be read
   */
  public Optional<InputStream> stream(UUID id, long authorityId) throws IOException {
    Optional<StoredFile> file = files.findKept(id, authorityId);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    InputStream sealed;
    try {
      sealed = bytes.open(id);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (!file.get().sealed()) {
      return Optional.of(sealed);
    }
    Optional<SealedKey> key = file.get().key();
    if (key.isPresent()) {
      return Optional.of(seal.open(key.get(), sealed));
    }
    try (sealed) {
      return Optional.of(new ByteArrayInputStream(seal.open(sealed.readAllBytes())));
    }
  }

  /**
   * Holds a file until the transaction ends: nobody else removes it, or decides whether to, in the
   * meantime.
   *
   * @return whether it is there
   */
  @InTransaction
  public boolean hold(UUID id, long authorityId) {
    return files.hold(id, authorityId);
  }

  /** Forgets a file: its row and key in this transaction, its bytes once that is committed. */
  @InTransaction
  public void remove(UUID id, long authorityId) {
    files.remove(id, authorityId);
  }
}
