package fr.gestmat.mealaid.entity.statement;

import fr.gestmat.mealaid.entity.AmountUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a line says of money.
 *
 * @param unit what the scale's amount is for, if it gives one
 * @param unitAmount the scale's amount in euros of the unit
 * @param rate part of the price in percent, if the scale gives one: the school applies it to its
 *     own invoice
 * @param firstDay first day of the term in this school
 * @param lastDay last one
 * @param days days of the term in this school, 0 where days do not count
 * @param termDays days of the term
 * @param amount euros with two decimals to take off the family's invoice; negative takes back
 * @param remark what to know of it
 */
public record StatedAmount(
    @Nullable AmountUnit unit,
    @Nullable BigDecimal unitAmount,
    @Nullable BigDecimal rate,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    int days,
    int termDays,
    BigDecimal amount,
    @Nullable LineRemark remark) {

  /** Zero euros. */
  public static final BigDecimal ZERO = new BigDecimal("0.00");

  /** An amount that nothing else is known of. */
  public static StatedAmount of(BigDecimal amount) {
    return new StatedAmount(null, null, null, null, null, 0, 0, amount, null);
  }
}
