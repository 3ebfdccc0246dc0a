package fr.gestmat.mealaid.control.document;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.taxnotice.NoticeReading;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.ReadNotice;
import fr.gestmat.mealaid.entity.document.ScanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Documents that wait to be looked at: taken one by one, by any number of servers. */
@ApplicationScoped
public class DocumentQueue {

  /** After which a server that took a document counts as dead. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  @PersistenceContext private EntityManager entities;
  @Inject private DocumentJournal journal;
  @Inject private NoticeRows notices;
  @Inject private NoticeTrust trust;
  @Inject private Event<DocumentSpoiled> spoiled;
  @Inject private Clock clock;

  /**
   * What is to be done with a document.
   *
   * @param id database id
   * @param authorityId authority
   * @param fileId its stored file
   * @param mediaType what the bytes are
   * @param digest what was kept
   * @param toScan whether the scanner has not said its last word
   * @param toRead whether its code is to be read
   */
  record Waiting(
      long id,
      long authorityId,
      UUID fileId,
      String mediaType,
      byte[] digest,
      boolean toScan,
      boolean toRead) {}

  /**
   * Takes the next one that waits.
   *
   * @param begun when the run began: what is put off, or waits again since, is for the next run
   */
  @InTransaction(ofItsOwn = true)
  public Optional<Waiting> take(Instant begun) {
    List<?> ids =
        entities
            .createNativeQuery(
                "select id from aid_document where look_at <= ?1 order by look_at, id limit 1 for"
                    + " update skip locked")
            .setParameter(1, LocalDateTime.ofInstant(begun, ZoneOffset.UTC))
            .getResultList();
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    AidDocument document = entities.find(AidDocument.class, ((Number) ids.get(0)).longValue());
    document.takenUntil(clock.instant().plus(LEASE));
    AidDocument.Content content = document.content();
    return Optional.of(
        new Waiting(
            document.id(),
            document.authorityId(),
            content.fileId(),
            content.mediaType(),
            content.digest(),
            document.scan() == ScanState.PENDING || document.scan() == ScanState.ERROR,
            document.toRead()));
  }

  /** Keeps what the scanner says. */
  @InTransaction(ofItsOwn = true)
  public void scanned(long id, Clamd.Verdict verdict) {
    change(
        id,
        (document, now) -> {
          if (document.scan() != ScanState.PENDING && document.scan() != ScanState.ERROR) {
            // Another server was faster: what it found is told already.
            return;
          }
          if (verdict instanceof Clamd.Verdict.Clean) {
            document.foundSafe(now);
          } else if (verdict instanceof Clamd.Verdict.Infected infected) {
            document.foundInfected(infected.name(), now);
            tell(document, DocumentAction.DOCUMENT_INFECTED);
          } else if (verdict instanceof Clamd.Verdict.Failed failed) {
            document.scanFailed(failed.why(), now);
          }
        });
  }

  /** The scanner or the store is away: the document waits a little. */
  @InTransaction(ofItsOwn = true)
  public void putOff(long id, Duration wait) {
    change(id, (document, now) -> document.scannerAway(now.plus(wait)));
  }

  /** What was read is not what was kept. */
  @InTransaction(ofItsOwn = true)
  public void notWhatWasKept(long id) {
    change(
        id,
        (document, now) -> {
          boolean lost = document.scan() == ScanState.CORRUPT;
          document.notWhatWasKept(now);
          if (!lost && document.scan() == ScanState.CORRUPT) {
            tell(document, DocumentAction.DOCUMENT_LOST);
          }
        });
  }

  /**
   * Writes down that a code is read now. After a few tries that nobody ended it counts as
   * unreadable instead: a person looks at the document.
   *
   * @return whether to read it
   */
  @InTransaction(ofItsOwn = true)
  public boolean beginReading(long id) {
    AidDocument document = entities.find(AidDocument.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (document == null || !document.toRead()) {
      return false;
    }
    if (document.beginReading()) {
      return true;
    }
    keep(document, NoticeReading.GIVEN_UP, trust.version(), clock.instant());
    return false;
  }

  /**
   * Keeps what the code of a tax notice says.
   *
   * @param trustVersion the newest trust before it was judged
   */
  @InTransaction(ofItsOwn = true)
  public void read(long id, NoticeReading reading, int trustVersion) {
    change(
        id,
        (document, now) -> {
          if (document.toRead()) {
            keep(document, reading, trustVersion, now);
          }
        });
  }

  private void keep(AidDocument document, NoticeReading reading, int trustVersion, Instant now) {
    AidApplication application = entities.find(AidApplication.class, document.applicationId());
    ReadNotice row = new ReadNotice(document, application.campaignId(), reading.outcome(), now);
    reading.write(row);
    row.judged(reading.outcome(), trustVersion);
    notices.replace(document, row);
    document.codeRead();
  }

  private void change(long id, BiConsumer<AidDocument, Instant> change) {
    AidDocument document = entities.find(AidDocument.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (document != null) {
      change.accept(document, clock.instant());
    }
  }

  private void tell(AidDocument document, DocumentAction action) {
    AidApplication application = entities.find(AidApplication.class, document.applicationId());
    journal.write(DocumentChecks.JOB, application, document, action);
    spoiled.fire(new DocumentSpoiled(application, document));
  }
}
