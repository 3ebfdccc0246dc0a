package fr.gestmat.filestore.control;

import fr.gestmat.filestore.entity.SealedKey;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sealed files whose master key is not the newest. */
@ApplicationScoped
public class OldKeys {

  private static final Logger LOG = System.getLogger(OldKeys.class.getName());
  private static final int AT_ONCE = 200;

  @PersistenceContext private EntityManager entities;
  @Inject private FileSeal seal;
  @Inject private DataFolder folder;
  @Inject private FileBytes bytes;

  /**
   * What one step did.
   *
   * @param renewed files that are under the newest key now
   * @param failed files that could not be read
   * @param last database id of the last file that was looked at
   */
  record Step(int renewed, int failed, long last) {}

  /** Renews the next files after an id, in a transaction of its own. */
  @InTransaction(ofItsOwn = true)
  public Step renew(long after) throws IOException {
    List<StoredFile> old =
        entities
            .createQuery(
                "select f from StoredFile f where f.id > :after and (f.keyNumber < :newest"
                    + " or f.keyNumber is null) and f.sealed = true order by f.id",
                StoredFile.class)
            .setParameter("after", after)
            .setParameter("newest", seal.newestMaster())
            .setMaxResults(AT_ONCE)
            .getResultList();
    int renewed = 0;
    for (StoredFile file : old) {
      try {
        Optional<SealedKey> key = file.key();
        if (key.isPresent()) {
          file.seal(seal.rewrap(key.get()));
        } else {
          renewHead(file);
        }
        renewed++;
      } catch (IOException e) {
        LOG.log(Level.WARNING, "file " + file.publicId() + " keeps its old key", e);
      }
    }
    long last = old.isEmpty() ? after : old.get(old.size() - 1).id();
    return new Step(renewed, old.size() - renewed, last);
  }

  /** A file of the first format is written anew, in one move: either head opens it. */
  private void renewHead(StoredFile file) throws IOException {
    byte[] sealed;
    try (InputStream in = bytes.open(file.publicId())) {
      sealed = in.readAllBytes();
    }
    if (seal.masterOf(sealed) < seal.newestMaster()) {
      Path whole = folder.newFile();
      try {
        Files.write(whole, seal.seal(seal.open(sealed)));
        bytes.put(file.publicId(), whole);
      } finally {
        Files.deleteIfExists(whole);
      }
    }
    file.sealedInItsHead(seal.newestMaster());
  }
}
