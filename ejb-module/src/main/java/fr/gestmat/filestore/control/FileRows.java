package fr.gestmat.filestore.control;

import fr.gestmat.filestore.entity.RowlessFile;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  /**
   * Notes which files of a part have no row, and forgets that of all others.
   *
   * @param before no later than this
   * @return those that had none then
   */
  @InTransaction(ofItsOwn = true)
  public List<UUID> rowless(int shard, Set<UUID> now, Instant seen, Instant before) {
    Map<UUID, RowlessFile> noted =
        entities
            .createQuery("select f from RowlessFile f where f.shard = :shard", RowlessFile.class)
            .setParameter("shard", shard)
            .getResultStream()
            .collect(Collectors.toMap(RowlessFile::publicId, Function.identity()));
    noted.values().stream().filter(f -> !now.contains(f.publicId())).forEach(entities::remove);
    now.stream()
        .filter(id -> !noted.containsKey(id))
        .forEach(id -> entities.persist(new RowlessFile(id, shard, seen)));
    return now.stream()
        .filter(id -> noted.containsKey(id) && noted.get(id).firstSeen().isBefore(before))
        .toList();
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
