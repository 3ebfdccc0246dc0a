package fr.gestmat.filestore.boundary;

import fr.gestmat.filestore.control.DataFolder;
import fr.gestmat.filestore.control.Digests;
import fr.gestmat.filestore.control.FileBytes;
import fr.gestmat.filestore.control.FileGone;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps files for a while. A file is written whole first, then gets its row: nobody ever sees half
 * of one. Whether a caller may still see what is inside is for the upper component to check at each
 * download; here only the owner finds a file at all.
 */
@ApplicationScoped
public class FileStore {

  private static final int BUFFER = 1 << 16;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private DataFolder folder;
  @Inject private FileBytes bytes;
  @Inject private Event<FileGone> gone;

  /** A new empty file of the store's folder, to be filled and then {@link #keep kept}. */
  public Path newFile() throws IOException {
    return folder.newFile();
  }

  /**
   * Receives what somebody sends, up to a limit.
   *
   * @param most largest size in bytes
   * @throws FileTooLargeException if there is more; nothing is kept then
   */
  public Path receive(InputStream content, long most) throws IOException {
    Path file = folder.newFile();
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long size = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > most) {
          throw new FileTooLargeException(most);
        }
        out.write(buffer, 0, read);
      }
      return file;
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Moves a whole file to its place and writes its row. */
  @InTransaction
  public StoredFile keep(FileOwner owner, FileLabel label, Path whole) throws IOException {
    UUID id = UUID.randomUUID();
    StoredFile file =
        new StoredFile(id, owner, label, Files.size(whole), Digests.of(whole), clock.instant());
    bytes.put(id, whole);
    entities.persist(file);
    return file;
  }

  /** A file of this owner that has not expired; somebody else's looks like none. */
  @InTransaction
  public Optional<StoredFile> find(UUID id, long ownerAccountId) {
    return entities
        .createQuery(
            "select f from StoredFile f where f.publicId = :id and f.ownerAccountId = :owner"
                + " and f.expiresAt > :now",
            StoredFile.class)
        .setParameter("id", id)
        .setParameter("owner", ownerAccountId)
        .setParameter("now", clock.instant())
        .getResultStream()
        .findFirst();
  }

  /**
   * A file of an authority that has not expired, whoever sent it: for a component that keeps its id
   * and has decided itself that the caller may see it.
   */
  @InTransaction
  public Optional<StoredFile> findKept(UUID id, long authorityId) {
    return entities
        .createQuery(
            "select f from StoredFile f where f.publicId = :id and f.authorityId = :authority"
                + " and f.expiresAt > :now",
            StoredFile.class)
        .setParameter("id", id)
        .setParameter("authority", authorityId)
        .setParameter("now", clock.instant())
        .getResultStream()
        .findFirst();
  }

  /** Keeps a file no longer than some time from now on: it was read and is not needed any more. */
  @InTransaction
  public void shorten(StoredFile file, Duration left) {
    entities.merge(file).expireBy(clock.instant().plus(left));
  }

  /** Keeps a file of an authority for another reason, and for as long as that one says. */
  @InTransaction
  public void keepAs(UUID id, long authorityId, FilePurpose purpose) {
    findKept(id, authorityId).orElseThrow().keepAs(purpose);
  }

  /** Where a file's content is; the file may be gone if it expired meanwhile. */
  public Path content(StoredFile file) throws IOException {
    return bytes.local(file.publicId());
  }

  /** Locks a file's row until the transaction ends; false if there is none. */
  @InTransaction
  boolean hold(UUID id, long authorityId) {
    return entities
        .createQuery(
            "select f from StoredFile f where f.publicId = :id and f.authorityId = :authority",
            StoredFile.class)
        .setParameter("id", id)
        .setParameter("authority", authorityId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .isPresent();
  }

  /** Forgets a file: its row in this transaction, its bytes once that is committed. */
  @InTransaction
  public void remove(UUID id, long authorityId) {
    findKept(id, authorityId)
        .ifPresent(
            file -> {
              entities.remove(file);
              gone.fire(new FileGone(id));
            });
  }
}
