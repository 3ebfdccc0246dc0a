package fr.gestmat.notice.boundary;

import fr.gestmat.notice.control.Facts;
import fr.gestmat.notice.entity.QueuedNotice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Where components hand in what families have to be told. Nothing is looked up and nothing is sent
 * here: it costs one INSERT in the caller's transaction, and no mail can make the caller fail
 * (L019).
 */
@ApplicationScoped
public class Outbox {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** Writes a notice down; what is rolled back is never told. Needs a transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void queue(NewNotice notice) {
    entities.persist(
        new QueuedNotice(
            notice.authorityId(),
            notice.schoolId(),
            notice.kind(),
            notice.pupilId(),
            notice.subjectId(),
            notice.batch(),
            Facts.write(notice.facts()),
            notice.readyAt(),
            clock.instant()));
  }

  /** Writes a notice to one person down; the same holds for it. Needs a transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void queue(PersonNotice notice) {
    QueuedNotice queued =
        new QueuedNotice(
            notice.authorityId(),
            null,
            notice.kind(),
            null,
            notice.subjectId(),
            notice.batch(),
            Facts.write(notice.facts()),
            notice.readyAt(),
            clock.instant());
    queued.to(notice.to());
    entities.persist(queued);
  }
}
