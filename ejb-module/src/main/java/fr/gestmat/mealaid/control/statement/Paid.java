package fr.gestmat.mealaid.control.statement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a school's final statements hold of an application and a term, all together.
 *
 * @param applicationId database id of the application
 * @param term 1 to 3
 * @param amount euros, corrections counted
 * @param rate the rate that stands, if one does
 * @param boardingStatus how the child ate at school when it was paid
 */
public record Paid(
    long applicationId,
    int term,
    BigDecimal amount,
    @Nullable BigDecimal rate,
    @Nullable String boardingStatus) {

  /** Whether nothing of it stands any more. */
  boolean isNothing() {
    return amount.signum() == 0 && rate == null;
  }
}
