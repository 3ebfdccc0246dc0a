package fr.gestmat.lending.control.reminder;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What was told of a loan already: each step once, whatever runs twice. */
@ApplicationScoped
public class LoanSteps {

  @Inject private ReadModel database;
  @Inject private Clock clock;

  /**
   * A step of a loan.
   *
   * @param loan its row
   * @param dueOn due date that the step belongs to
   * @param name the step
   */
  public record Step(long loan, LocalDate dueOn, String name) {

    /** That it is over: it belongs to no due date, a return is confirmed once. */
    static Step returned(long loan) {
      return new Step(loan, LocalDate.EPOCH, "RETURNED");
    }
  }

  /** Steps that were told of these loans, at least one: one statement. */
  Set<Step> told(Collection<Long> loans) {
    return new HashSet<>(
        database.list(
            new SqlText()
                .add("select loan_id, due_on, step from loan_step where")
                .in("loan_id in", loans),
            row ->
                new Step(
                    row.number("loan_id"), LocalDate.parse(row.text("due_on")), row.text("step"))));
  }

  /**
   * Takes note of a step, in the transaction that queues its notice.
   *
   * @return false if somebody else told it already
   */
  public boolean first(Step step) {
    return database.write(
            new SqlText()
                .add(
                    "insert ignore into loan_step (loan_id, due_on, step, queued_at)"
                        + " values (?, ?, ?, ?)",
                    step.loan(),
                    step.dueOn(),
                    step.name(),
                    clock.instant()))
        == 1;
  }

  /**
   * Takes note that a loan is over, in the transaction that queues its notice. An undo of its
   * return holds the loan's row: it is waited for, and its loan goes on.
   *
   * @return false if somebody else told it already, or it is not over any more
   */
  boolean over(long loan) {
    Step returned = Step.returned(loan);
    return database.write(
            new SqlText()
                .add(
                    "insert ignore into loan_step (loan_id, due_on, step, queued_at)"
                        + " select id, ?, ?, ? from loan where",
                    returned.dueOn(),
                    returned.name(),
                    clock.instant())
                .add("id = ? and state = 'CLOSED' for update", loan))
        == 1;
  }

  /**
   * A loan goes on whose return was undone: the next one is told. Needs the lock of the loan's row,
   * so that nobody takes note of its end any more.
   */
  public void goesOn(long loan) {
    Step returned = Step.returned(loan);
    database.write(
        new SqlText()
            .add(
                "delete from loan_step where loan_id = ? and due_on = ? and step = ?",
                loan,
                returned.dueOn(),
                returned.name()));
  }

  /** A loan never began: before its row is removed. */
  public void neverBegan(long loan) {
    database.write(new SqlText().add("delete from loan_step where loan_id = ?", loan));
  }
}
