package fr.gestmat.notice.control;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.notice.control.Families.Family;
import fr.gestmat.notice.control.Recipients.Person;
import fr.gestmat.notice.entity.Addressee;
import fr.gestmat.notice.entity.DiscardReason;
import fr.gestmat.notice.entity.NoticeKind;
import fr.gestmat.notice.entity.QueuedNotice;
import fr.gestmat.notice.entity.RecipientKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Puts notices that are ready into mails, one for each person and batch. */
@ApplicationScoped
public class Addressing {

  private static final int AT_ONCE = 200;

  @PersistenceContext private EntityManager entities;
  @Inject private Families families;
  @Inject private Clock clock;

  /**
   * Takes the next notices that are ready, the oldest first, of those that no other server has in
   * hand.
   *
   * @return how many; none when nothing waits
   */
  @InTransaction(ofItsOwn = true)
  public int step() {
    Instant now = clock.instant();
    List<?> ids =
        entities
            .createNativeQuery(
                "select id from notice where state = 'WAITING' and ready_at <= ?"
                    + " order by ready_at, id limit "
                    + AT_ONCE
                    + " for update skip locked")
            .setParameter(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
            .getResultList();
    if (ids.isEmpty()) {
      return 0;
    }
    List<QueuedNotice> notices =
        entities
            .createQuery("select n from QueuedNotice n where n.id in :ids", QueuedNotice.class)
            .setParameter("ids", ids.stream().map(id -> ((Number) id).longValue()).toList())
            .getResultList();
    List<Long> pupils =
        notices.stream()
            .filter(notice -> notice.addressee().isEmpty())
            .map(QueuedNotice::pupilId)
            .filter(Objects::nonNull)
            .toList();
    Map<Long, Family> known = pupils.isEmpty() ? Map.of() : families.of(pupils);
    for (QueuedNotice notice : notices) {
      Optional<Addressee> one = notice.addressee();
      if (one.isPresent()) {
        address(notice, one.get(), now);
      } else {
        address(notice, Optional.ofNullable(notice.pupilId()).map(known::get), now);
      }
    }
    return notices.size();
  }

  private void address(QueuedNotice notice, Optional<Family> family, Instant now) {
    Optional<NoticeKind> kind = Letters.kind(notice.kind());
    if (family.isEmpty()) {
      notice.discard(DiscardReason.NO_PUPIL);
    } else if (kind.isEmpty()) {
      notice.discard(DiscardReason.UNREADABLE);
    } else {
      Recipients whom =
          Recipients.of(family.get().adult(), kind.get().reminder(), family.get().people());
      whom.people().forEach(person -> add(notice, person, now));
      whom.onPaper().ifPresentOrElse(notice::onPaper, notice::mailed);
    }
  }

  private void address(QueuedNotice notice, Addressee one, Instant now) {
    Person person =
        new Person(RecipientKind.PERSON, one.key(), one.name(), one.address(), true, false);
    if (Letters.kind(notice.kind()).isEmpty()) {
      notice.discard(DiscardReason.UNREADABLE);
    } else if (person.reachable()) {
      add(notice, person, now);
      notice.mailed();
    } else {
      notice.discard(DiscardReason.NO_ADDRESS);
    }
  }

  /** Another server may begin the same mail: the unique key lets one of them win. */
  private void add(QueuedNotice notice, Person person, Instant now) {
    entities
        .createNativeQuery(
            "insert into mail (id, public_id, authority_id, school_id, recipient_kind,"
                + " recipient_id, recipient_name, address, batch, next_attempt_at, created_at)"
                + " values (next value for mail_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on duplicate key update id = id")
        .setParameter(1, UUID.randomUUID().toString())
        .setParameter(2, notice.authorityId())
        .setParameter(3, notice.schoolId())
        .setParameter(4, person.kind().name())
        .setParameter(5, person.id())
        .setParameter(6, cut(person.name()))
        .setParameter(7, person.address())
        .setParameter(8, notice.batch())
        .setParameter(9, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
        .setParameter(10, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
        .executeUpdate();
    entities
        .createNativeQuery(
            "insert ignore into mail_notice (mail_id, notice_id) select id, ? from mail"
                + " where authority_id = ? and recipient_kind = ? and recipient_id = ?"
                + " and open_batch = ?")
        .setParameter(1, notice.id())
        .setParameter(2, notice.authorityId())
        .setParameter(3, person.kind().name())
        .setParameter(4, person.id())
        .setParameter(5, notice.batch())
        .executeUpdate();
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(name.length(), 240));
  }
}
