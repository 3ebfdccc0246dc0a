package fr.gestmat.mealaid.control.document;

import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.ScanState;
import fr.gestmat.mealaid.entity.document.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documents of applications, for the other parts of meal aid: each method joins the caller's
 * transaction, or is one of its own.
 */
@ApplicationScoped
public class DocumentRows {

  @PersistenceContext private EntityManager entities;
  @Inject private SealedFiles files;
  @Inject private Clock clock;

  /** All documents of an application that nothing stands for, in the order they came. */
  @InTransaction
  public List<AidDocument> of(long applicationId) {
    return entities
        .createQuery(
            "select d from AidDocument d where d.applicationId = :application"
                + " and d.replacedById is null order by d.id",
            AidDocument.class)
        .setParameter("application", applicationId)
        .getResultList();
  }

  /**
   * The kinds that the household gave: what has to be sent again does not count, what is not
   * scanned yet does (a scanner that is down blocks no family, M-G05). A separated parent's own
   * documents stand for nobody else's.
   */
  @InTransaction
  public Set<String> kinds(long applicationId) {
    return given(applicationId).map(AidDocument::kind).collect(Collectors.toSet());
  }

  /** When each of these kinds was handed in first; those that were. */
  @InTransaction
  public Map<String, Instant> arrivals(long applicationId) {
    Map<String, Instant> first = new HashMap<>();
    given(applicationId)
        .forEach(
            document -> {
              Instant at = document.handedInAt();
              if (at != null) {
                first.merge(document.kind(), at, (one, other) -> one.isBefore(other) ? one : other);
              }
            });
    return first;
  }

  private Stream<AidDocument> given(long applicationId) {
    return of(applicationId).stream()
        .filter(document -> document.side() == Side.HOUSEHOLD && !document.scan().asksAgain());
  }

  /**
   * Hands in what was gathered, with the application; to be called in the transaction that submits
   * or corrects it. Costs one statement.
   */
  @InTransaction
  public void handIn(AidApplication application) {
    entities
        .createQuery(
            "update AidDocument d set d.handedInAt = :now, d.version = d.version + 1"
                + " where d.applicationId = :application and d.handedInAt is null")
        .setParameter("now", clock.instant())
        .setParameter("application", application.id())
        .executeUpdate();
  }

  /** Whether everything that was handed in may be looked at; a decision waits for it. */
  @InTransaction
  public boolean areAllSafe(long applicationId) {
    return of(applicationId).stream()
        .filter(document -> document.handedInAt() != null)
        .allMatch(document -> document.scan() == ScanState.SAFE);
  }

  /**
   * Removes the documents of an application, rows and bytes; to be called before it is deleted
   * (M-G14). A file that another application uses stays (M-D22).
   *
   * @return how many
   */
  @InTransaction
  public int removeAll(long applicationId) {
    List<AidDocument> all =
        entities
            .createQuery(
                "select d from AidDocument d where d.applicationId = :application order by d.id",
                AidDocument.class)
            .setParameter("application", applicationId)
            .getResultList();
    all.forEach(this::remove);
    return all.size();
  }

  /** Removes a document; its file goes with the last one that speaks of it. */
  @InTransaction
  public void remove(AidDocument document) {
    // The scanner may be writing what it found of this row: it ends first, and its word is read.
    entities.refresh(document, LockModeType.PESSIMISTIC_WRITE);
    UUID file = document.content().fileId();
    files.hold(file, document.authorityId());
    entities.remove(document);
    entities.flush();
    long others =
        entities
            .createQuery("select count(d) from AidDocument d where d.fileId = :file", Long.class)
            .setParameter("file", file)
            .getSingleResult();
    if (others == 0) {
      files.remove(file, document.authorityId());
    }
  }

  Optional<AidDocument> find(UUID id, long authorityId) {
    return entities
        .createQuery(
            "select d from AidDocument d where d.publicId = :id and d.authorityId = :authority",
            AidDocument.class)
        .setParameter("id", id)
        .setParameter("authority", authorityId)
        .getResultStream()
        .findFirst();
  }

  Optional<AidApplication> applicationOf(AidDocument document) {
    return Optional.ofNullable(entities.find(AidApplication.class, document.applicationId()));
  }

  void keep(AidDocument document) {
    entities.persist(document);
  }

  /**
   * Lets a new document stand for those of its place and kind that have to be sent again: they are
   * taken away, or kept as replaced if they were handed in.
   */
  void replaceSpoiled(AidDocument by) {
    for (AidDocument old : of(by.applicationId())) {
      if (old.id() != by.id()
          && old.side() == by.side()
          && old.kind().equals(by.kind())
          && old.scan().asksAgain()) {
        if (old.isStillTheirs()) {
          remove(old);
        } else {
          entities.refresh(old, LockModeType.PESSIMISTIC_WRITE);
          old.replacedBy(by);
        }
      }
    }
  }
}
