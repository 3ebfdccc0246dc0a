package fr.gestmat.lending.control.reminder;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.notice.boundary.NewNotice;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Confirms the returns of a desk's session once it is over: nobody scanned there for a while. The
 * scans themselves say what came back, so that a scan costs nothing more for it.
 */
@ApplicationScoped
public class ReturnMails {

  /** A desk where nobody scanned for this long is left: its session is over. */
  static final Duration INACTIVE = Duration.ofMinutes(20);

  /** How far back a session is looked for. */
  private static final Duration WINDOW = Duration.ofDays(3);

  /** No due date: a return is confirmed once. */
  private static final LocalDate ONCE = LocalDate.of(1970, 1, 1);

  private static final String STEP = "RETURNED";

  @Inject private ReadModel database;
  @Inject private SettingRows settings;
  @Inject private LoanSteps steps;
  @Inject private Outbox outbox;
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

  private record Returned(
      long loan, long pupil, long school, String tag, String model, boolean toCheck, Instant at) {}

  /** Sessions that are over and hold a return that nobody was told of. */
  @InTransaction
  public List<Session> over() {
    Instant now = clock.instant();
    return database.list(
        new SqlText()
            .add(
                """
                select s.authority_id, s.school_id, s.account_id, max(s.recorded_at) last,
                  max(s.mode = 'CHECK_IN' and s.loan_id is not null and s.undone_at is null
                    and not exists (select 1 from loan_step t where t.loan_id = s.loan_id
                      and t.due_on = '1970-01-01' and t.step = 'RETURNED')) untold
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
    for (Returned returned : returned(session)) {
      if (steps.first(new LoanSteps.Step(returned.loan(), ONCE, STEP)) && tell) {
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
                Map.of(
                    "device", returned.model(),
                    "tag", returned.tag(),
                    "day",
                        LoanFacts.day(
                            LocalDate.ofInstant(returned.at(), today.zone(session.authority()))),
                    "remark", returned.toCheck() ? ", à contrôler par l'établissement" : ""),
                clock.instant()));
        queued++;
      }
    }
    return queued;
  }

  private List<Returned> returned(Session session) {
    return database.list(
        new SqlText()
            .add(
                """
                select distinct l.id, l.pupil_id, l.school_id, d.asset_tag, m.name, l.returned_at,
                  coalesce(l.returned_grade in ('DAMAGED', 'INCOMPLETE'), false) to_check
                from scan s join loan l on l.id = s.loan_id and l.state = 'CLOSED'
                  and l.closing_reason in ('RETURNED', 'FOUND', 'CLAIM_FOUND', 'CLAIM_RETURNED')
                join device d on d.id = l.device_id join device_model m on m.id = d.model_id
                where s.account_id = ? and s.school_id = ? and s.recorded_at > ?
                  and s.recorded_at <= ? and s.mode = 'CHECK_IN' and s.undone_at is null
                  and l.pupil_id is not null
                order by l.id
                """,
                session.account(),
                session.school(),
                session.last().minus(WINDOW),
                session.last()),
        row ->
            new Returned(
                row.number("id"),
                row.number("pupil_id"),
                row.number("school_id"),
                row.text("asset_tag"),
                row.text("name"),
                row.yes("to_check"),
                row.instant("returned_at")));
  }
}
