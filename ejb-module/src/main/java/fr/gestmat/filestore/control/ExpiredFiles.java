package fr.gestmat.filestore.control;

import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What is past its time in the folder and its rows. */
@ApplicationScoped
public class ExpiredFiles {

  private static final int AT_ONCE = 500;

  /** After a day, an unfinished file belongs to a server that died while writing it. */
  private static final Duration UNFINISHED = Duration.ofDays(1);

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private DataFolder folder;
  @Inject private FileBytes bytes;

  /** Removes expired files, at most 500 a run, and what dead servers left half written. */
  @InTransaction(ofItsOwn = true)
  public JobReport remove() throws IOException {
    Instant now = clock.instant();
    List<StoredFile> gone =
        entities
            .createQuery(
                "select f from StoredFile f where f.expiresAt <= :now order by f.expiresAt",
                StoredFile.class)
            .setParameter("now", now)
            .setMaxResults(AT_ONCE)
            .getResultList();
    for (StoredFile file : gone) {
      bytes.remove(file.publicId());
      entities.remove(file);
    }
    int unfinished =
        removeOlder(folder.incoming(), now.minus(UNFINISHED))
            + removeOlder(folder.fetched(), now.minus(UNFINISHED));
    return JobReport.of("files", gone.size()).and("unfinished", unfinished);
  }

  private static int removeOlder(Path place, Instant before) throws IOException {
    if (!Files.isDirectory(place)) {
      return 0;
    }
    int removed = 0;
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)
            && Files.deleteIfExists(file)) {
          removed++;
        }
      }
    }
    return removed;
  }
}
