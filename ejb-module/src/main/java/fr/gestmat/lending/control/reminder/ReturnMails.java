package fr.gestmat.lending.control.reminder;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.LoanEvent;
import fr.gestmat.notice.boundary.NewNotice;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Confirms the returns of a desk's session once it is over: nobody scanned there for a while. The
 * scans themselves say what came back, so that a scan costs nothing more for it.
 */
@ApplicationScoped
public class ReturnMails {

  /** A desk where nobody scanned for this long is left: its session is over. */
  static final Duration INACTIVE = Duration.ofMinutes(20);

  /** A loan {@code l} whose end is told: it is over, and still knows its pupil. */
  private static final String IS_TOLD =
      """
      l.state = 'CLOSED' and l.closing_reason in ('RETURNED', 'RETURNED_BY_NEXT_LOAN', 'SWAPPED',
        'FOUND', 'CLAIM_FOUND', 'CLAIM_RETURNED') and l.pupil_id is not null
      """;

  /** The same, if nobody was told yet. */
  private static final String IS_UNTOLD =
      IS_TOLD
          + """
          and not exists (select 1 from loan_step t where t.loan_id = l.id
            and t.due_on = '1970-01-01' and t.step = 'RETURNED')
          """;

  /** How far back a session is looked for. */
  private static final Duration WINDOW = Duration.ofDays(3);

  @Inject private ReadModel database;
  @Inject private SettingRows settings;
  @Inject private LoanSteps steps;
  @Inject private Outbox outbox;
  @Inject private FollowUps followUps;
  @Inject private Today today;
  @Inject private Clock clock;

  /**
   * A desk whose session is over.
   *
   * @param authority authority
   * @param school where
   * @param account who scanned
   * @param last when the last code was scanned
   */
  public record Session(long authority, long school, long account, Instant last) {}

  /**
   * A loan that a session ended.
   *
   * @param how why it ended
   * @param kept tag of the device that its pupil answers for from now on, after a swap
   */
  private record Returned(
      long loan,
      long pupil,
      String tag,
      String model,
      boolean toCheck,
      Instant at,
      LoanEvent how,
      Optional<String> kept) {

    String remark() {
      if (how == LoanEvent.SWAPPED) {
        return kept.map(other -> ", en échange de " + other + " que l'élève garde désormais")
            .orElse(", par un échange avec un autre élève");
      }
      return toCheck ? ", à contrôler par l'établissement" : "";
    }
  }

  /** Sessions that are over and hold a return that nobody was told of. */
  @InTransaction
  public List<Session> over() {
    Instant now = clock.instant();
    return database.list(
        new SqlText()
            .add(
                """
                select s.authority_id, s.school_id, s.account_id, max(s.recorded_at) last,
                  max(s.undo_state is not null and s.undone_at is null and (s.mode = 'CHECK_IN'
                    and exists (select 1 from loan l where l.id = s.loan_id and
                """)
            .add(IS_UNTOLD)
            .add(
                """
                    ) or s.mode = 'CHECK_OUT' and s.outcome = 'WARNING'
                    and exists (select 1 from loan n join loan l on l.device_id = n.device_id
                      and l.closing_reason = 'RETURNED_BY_NEXT_LOAN'
                      and l.recorded_return_at = n.checked_out_at
                      where n.id = s.loan_id and
                """)
            .add(IS_UNTOLD)
            .add(
                """
                  ))) untold
                from scan s where s.recorded_at > ?
                group by s.authority_id, s.school_id, s.account_id
                having untold = 1 and last < ? order by last limit 1000
                """,
                now.minus(WINDOW),
                now.minus(INACTIVE)),
        row ->
            new Session(
                row.number("authority_id"),
                row.number("school_id"),
                row.number("account_id"),
                row.instant("last")));
  }

  /**
   * Queues what a session took back, of one batch: one mail to each person.
   *
   * @return how many returns
   */
  @InTransaction(ofItsOwn = true)
  public int confirm(Session session) {
    boolean tell = settings.of(session.authority()).settings().onReturn();
    int queued = 0;
    for (Returned returned : returned(endedIn(session))) {
      if (steps.over(returned.loan()) && tell) {
        outbox.queue(
            new NewNotice(
                session.authority(),
                session.school(),
                NoticeKind.RETURNED,
                returned.pupil(),
                returned.loan(),
                "desk:"
                    + session.school()
                    + ":"
                    + session.account()
                    + ":"
                    + session.last().getEpochSecond(),
                facts(session.authority(), returned),
                clock.instant()));
        queued++;
      }
    }
    return queued;
  }

  /**
   * Queues the confirmation of a loan that a swap ended without a scan, with whatever else the hour
   * brings. Needs the transaction that ends it.
   *
   * @param school that tells it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void swapped(long authority, long school, long loan) {
    boolean tell = settings.of(authority).settings().onReturn();
    for (Returned returned : returned(new SqlText().add("select ? id", loan))) {
      if (steps.over(loan) && tell) {
        followUps.queue(
            new FollowUps.About(
                authority,
                school,
                NoticeKind.RETURNED,
                returned.pupil(),
                loan,
                facts(authority, returned)));
      }
    }
  }

  private Map<String, String> facts(long authority, Returned returned) {
    return Map.of(
        "device", returned.model(),
        "tag", returned.tag(),
        "day", LoanFacts.day(LocalDate.ofInstant(returned.at(), today.zone(authority))),
        "remark", returned.remark());
  }

  /**
   * The loans that a session's scans ended: those that came back, those of who held a device before
   * it was lent on (L051), and both of a swap. What one scan writes has one moment. A scan that
   * only names a loan has nothing to undo.
   */
  private static SqlText endedIn(Session session) {
    return new SqlText()
        .add(
            """
            with mine as (
              select s.mode, s.outcome, s.loan_id from scan s
              where s.account_id = ? and s.school_id = ? and s.recorded_at > ?
                and s.recorded_at <= ? and s.undone_at is null and s.undo_state is not null
                and s.loan_id is not null)
            select loan_id id from mine where mode = 'CHECK_IN'
            union select b.id from mine join loan n on n.id = mine.loan_id
              join loan b on b.device_id = n.device_id
              and b.closing_reason = 'RETURNED_BY_NEXT_LOAN'
              and b.recorded_return_at = n.checked_out_at
              where mine.mode = 'CHECK_OUT' and mine.outcome = 'WARNING'
            union select o.id from mine join loan t on t.id = mine.loan_id
              and t.closing_reason = 'SWAPPED' join loan n on n.pupil_id = t.pupil_id
              and n.checked_out_at = t.recorded_return_at
              join loan o on o.device_id = n.device_id and o.closing_reason = 'SWAPPED'
              and o.recorded_return_at = t.recorded_return_at
              where mine.mode = 'CHECK_IN'
            """,
            session.account(),
            session.school(),
            session.last().minus(WINDOW),
            session.last());
  }

  /** What there is to tell of loans, as long as they are over. */
  private List<Returned> returned(SqlText ended) {
    return database.list(
        new SqlText()
            .add(
                """
                select l.id, l.pupil_id, d.asset_tag, m.name, l.returned_at, l.closing_reason,
                  coalesce(l.returned_grade in ('DAMAGED', 'INCOMPLETE'), false) to_check,
                  (select k.asset_tag from loan n join device k on k.id = n.device_id
                    where l.closing_reason = 'SWAPPED' and n.pupil_id = l.pupil_id
                    and n.checked_out_at = l.recorded_return_at limit 1) kept
                from (
                """)
            .add(ended)
            .add(
                """
                ) ended join loan l on l.id = ended.id and
                """)
            .add(IS_TOLD)
            .add(
                """
                join device d on d.id = l.device_id join device_model m on m.id = d.model_id
                order by l.id
                """),
        row ->
            new Returned(
                row.number("id"),
                row.number("pupil_id"),
                row.text("asset_tag"),
                row.text("name"),
                row.yes("to_check"),
                row.instant("returned_at"),
                LoanEvent.valueOf(row.text("closing_reason")),
                row.maybeText("kept")));
  }
}
