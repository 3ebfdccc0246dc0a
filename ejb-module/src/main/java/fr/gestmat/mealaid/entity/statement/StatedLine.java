package fr.gestmat.mealaid.entity.statement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement, as a value.
 *
 * @param kind why it is there
 * @param term the term that it pays for, 1 to 3
 * @param child whom it is about
 * @param money how much
 * @param problem why nothing is paid for it, if it is in error
 * @param sourceId database id of the statement that an amount carried over comes from
 */
public record StatedLine(
    LineKind kind,
    int term,
    StatedChild child,
    StatedAmount money,
    @Nullable LineProblem problem,
    @Nullable Long sourceId) {

  /** Euros; negative takes back. */
  public BigDecimal amount() {
    return money.amount();
  }

  /**
   * Whether it gives a share of the invoice and no amount: the school applies the rate of the line
   * to what the family owes.
   */
  public boolean isShare() {
    return money.rate() != null && amount().signum() == 0;
  }

  /** Whether nothing is paid for it because something is missing. */
  public boolean inError() {
    return problem != null;
  }
}
