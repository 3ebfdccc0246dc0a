package fr.gestmat.notice.control;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Removes what was told long ago: who got which mail, and what a family was to be told. Mails that
 * still may go are left alone.
 */
@ApplicationScoped
public class NoticePurge {

  /**
   * A school year and the summer after it: as long as a family may say in the next September that
   * it was never told.
   */
  public static final Duration KEPT = Duration.ofDays(400);

  private static final int AT_ONCE = 1_000;

  @PersistenceContext private EntityManager entities;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * What a step removed.
   *
   * @param mails how many mails
   * @param notices how many notices
   */
  public record Removed(int mails, int notices) {

    /** Whether there may be more. */
    boolean mayBeMore() {
      return mails == AT_ONCE || notices == AT_ONCE;
    }
  }

  /** The authorities, in order. */
  @InTransaction
  public List<Long> authorities() {
    return numbers(entities.createNativeQuery("select id from local_authority order by id"));
  }

  /** Removes the oldest of an authority, a thousand of each kind at most. */
  @InTransaction(ofItsOwn = true)
  public Removed step(long authority) {
    LocalDateTime before = utc(clock.instant().minus(KEPT));
    Removed removed = new Removed(mails(authority, before), notices(authority, before));
    if (removed.mails() + removed.notices() > 0) {
      journal.write(
          new JournalEvent(
              authority,
              null,
              null,
              NoticePurgeJob.NAME,
              "NOTICES_PURGED",
              "NOTICE",
              null,
              null,
              Json.createObjectBuilder()
                  .add("mails", removed.mails())
                  .add("notices", removed.notices())
                  .build()
                  .toString()));
    }
    return removed;
  }

  private int mails(long authority, LocalDateTime before) {
    List<Long> over =
        numbers(
            entities
                .createNativeQuery(
                    "select id from mail where authority_id = ?"
                        + " and state in ('SENT', 'FAILED', 'DISCARDED') and finished_at < ?"
                        + " order by id limit "
                        + AT_ONCE
                        + " for update skip locked")
                .setParameter(1, authority)
                .setParameter(2, before));
    if (!over.isEmpty()) {
      change("delete from mail_notice where mail_id in ", over);
      change("delete from mail where id in ", over);
    }
    return over.size();
  }

  /** A notice goes once no mail holds it; what was never printed is too old to be. */
  private int notices(long authority, LocalDateTime before) {
    List<Long> over =
        numbers(
            entities
                .createNativeQuery(
                    "select n.id from notice n where n.authority_id = ?"
                        + " and n.state in ('MAILED', 'PAPER', 'PRINTED', 'DISCARDED')"
                        + " and n.ready_at < ? and not exists"
                        + " (select 1 from mail_notice m where m.notice_id = n.id)"
                        + " order by n.id limit "
                        + AT_ONCE
                        + " for update skip locked")
                .setParameter(1, authority)
                .setParameter(2, before));
    if (!over.isEmpty()) {
      change("delete from notice where id in ", over);
    }
    return over.size();
  }

  private void change(String statement, List<Long> ids) {
    entities
        .createNativeQuery(
            statement
                + ids.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")")))
        .executeUpdate();
  }

  private static List<Long> numbers(jakarta.persistence.Query query) {
    return ((List<?>) query.getResultList()).stream().map(id -> ((Number) id).longValue()).toList();
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
