package fr.gestmat.lending.control.reminder;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.notice.boundary.NewNotice;
import fr.gestmat.notice.boundary.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Queues the reminders of some loans of an authority, in order (L099). */
@ApplicationScoped
public class ReminderBatch {

  private static final int AT_ONCE = 500;

  @Inject private ReadModel database;
  @Inject private LoanSteps steps;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /**
   * What a batch did.
   *
   * @param queued how many reminders
   * @param last the last loan that was looked at; empty at the end
   */
  public record Done(int queued, Optional<Long> last) {}

  private record Due(long id, long pupil, long school, LocalDate dueOn, String tag, String model) {}

  /**
   * Queues what the next open loans have reached.
   *
   * @param after the last loan of the batch before
   */
  @InTransaction(ofItsOwn = true)
  public Done next(long authority, LocalDate today, ReminderSettings settings, long after) {
    List<Due> loans =
        database.list(
            open(authority, today, settings, after),
            row ->
                new Due(
                    row.number("id"),
                    row.number("pupil_id"),
                    row.number("school_id"),
                    LocalDate.parse(row.text("due")),
                    row.text("asset_tag"),
                    row.text("name")));
    if (loans.isEmpty()) {
      return new Done(0, Optional.empty());
    }
    Set<LoanSteps.Step> told = steps.told(loans.stream().map(Due::id).toList());
    int queued = 0;
    for (Due loan : loans) {
      Optional<ReminderPlan.Step> reached = ReminderPlan.reached(loan.dueOn(), today, settings);
      if (reached.isPresent()) {
        LoanSteps.Step step = new LoanSteps.Step(loan.id(), loan.dueOn(), reached.get().name());
        if (!told.contains(step) && steps.first(step)) {
          outbox.queue(
              new NewNotice(
                  authority,
                  loan.school(),
                  reached.get().kind(),
                  loan.pupil(),
                  loan.id(),
                  "due:" + today,
                  LoanFacts.due(loan.model(), loan.tag(), loan.dueOn()),
                  clock.instant()));
          queued++;
        }
      }
    }
    return new Done(
        queued,
        loans.size() < AT_ONCE ? Optional.empty() : Optional.of(loans.get(loans.size() - 1).id()));
  }

  /** A pupil who left has to bring it back since then, whatever the due date. */
  private static SqlText open(
      long authority, LocalDate today, ReminderSettings settings, long after) {
    LocalDate farthest = today.plusDays(settings.daysAhead());
    return new SqlText()
        .add(
            """
            select l.id, l.pupil_id, l.school_id,
              coalesce(least(l.to_return_since, l.due_on), l.to_return_since, l.due_on) due,
              d.asset_tag, m.name
            from loan l join device d on d.id = l.device_id
            join device_model m on m.id = d.model_id
            where l.authority_id = ? and l.state = 'OPEN' and l.id > ?
              and (l.due_on <= ? or l.to_return_since <= ?)
            order by l.id limit ?
            """,
            authority,
            after,
            farthest,
            farthest,
            AT_ONCE);
  }
}
