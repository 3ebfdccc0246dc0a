package fr.gestmat.lending.entity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All of a loan that a scan may change, kept to put it back when the scan is undone. A scan only
 * touches loans that hold a device: what a return wrote is simply taken away again.
 *
 * @param state its state
 * @param dueOn its due date
 */
public record LoanMemento(LoanState state, @Nullable LocalDate dueOn) {

  /** The loan as it stands now. */
  public static LoanMemento of(Loan loan) {
    return new LoanMemento(loan.state(), loan.dueOn());
  }
}
