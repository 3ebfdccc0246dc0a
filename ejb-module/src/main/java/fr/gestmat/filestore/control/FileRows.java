package fr.gestmat.filestore.control;

import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What the rows say of which files there are. */
@ApplicationScoped
public class FileRows {

  @PersistenceContext private EntityManager entities;

  /** The ids of a part that have a row; whether it has expired is another job's matter. */
  @InTransaction(ofItsOwn = true)
  public Set<UUID> of(int shard) {
    return new HashSet<>(
        entities
            .createQuery("select f.publicId from StoredFile f where f.shard = :shard", UUID.class)
            .setParameter("shard", shard)
            .getResultList());
  }

  /** Whether a file has a row that is older than {@code before}. */
  @InTransaction(ofItsOwn = true)
  public boolean isStillThere(UUID id, Instant before) {
    return entities
            .createQuery(
                "select count(f) from StoredFile f where f.publicId = :id and f.createdAt < :before",
                Long.class)
            .setParameter("id", id)
            .setParameter("before", before)
            .getSingleResult()
        > 0;
  }
}
