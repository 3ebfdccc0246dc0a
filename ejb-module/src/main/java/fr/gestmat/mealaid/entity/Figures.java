package fr.gestmat.mealaid.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What rules and lists read of an application. Null is unknown, which is never 0.
 *
 * @param familyQuotient quotient familial of the CAF or the MSA, in euros
 * @param referenceTaxIncome revenu fiscal de référence, in euros
 * @param taxShares shares (parts) of the tax notice
 * @param dependentChildren children that the household answers for
 * @param boardingStatus how the child eats at school, a name of the directory's BoardingStatus
 * @param mealsAWeek 1 to 5
 * @param residencePostalCode where the household lives
 */
public record Figures(
    @Nullable BigDecimal familyQuotient,
    @Nullable BigDecimal referenceTaxIncome,
    @Nullable BigDecimal taxShares,
    @Nullable Integer dependentChildren,
    @Nullable String boardingStatus,
    @Nullable Integer mealsAWeek,
    @Nullable String residencePostalCode) {

  /** Nothing is known yet. */
  public static final Figures UNKNOWN = new Figures(null, null, null, null, null, null, null);
}
