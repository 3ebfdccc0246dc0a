package fr.gestmat.mealaid.control.scale;

import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.Sense;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a scale gives for one child; every total names the children that it is for.
 *
 * @param sense whether it is given or left to pay
 * @param kind a rate, or euros for each meal, term or year
 * @param perChild the value for one child: euros, or percent for a rate
 */
public record Award(Sense sense, AmountUnit kind, BigDecimal perChild) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Whether it gives nothing, because a bracket says so. */
  public boolean isNothing() {
    return perChild.signum() == 0;
  }

  /** What is given for meals at a price: to the cent, for one child. */
  public BigDecimal forMeals(int meals, BigDecimal price) {
    BigDecimal each =
        switch (kind) {
          case RATE -> price.multiply(perChild).divide(HUNDRED, 2, RoundingMode.HALF_UP);
          case PER_MEAL -> perChild;
          case PER_TERM, PER_YEAR -> throw new IllegalStateException(kind + " is not by meal");
        };
    return each.multiply(BigDecimal.valueOf(meals)).setScale(2, RoundingMode.HALF_UP);
  }

  /**
   * The year in equal periods, each rounded by itself: the year is the sum of what is paid, not the
   * other way round.
   *
   * @param periods how many, at least 1
   * @param unit what a period is rounded to: 0.01 or 1 euro
   * @throws IllegalStateException for a rate or an amount per meal, which have no year of their own
   */
  public Instalments inPeriods(int periods, BigDecimal unit) {
    BigDecimal each =
        switch (kind) {
          case PER_TERM -> rounded(perChild, unit);
          case PER_YEAR ->
              rounded(perChild.divide(BigDecimal.valueOf(periods), 10, RoundingMode.HALF_UP), unit);
          case RATE, PER_MEAL -> throw new IllegalStateException(kind + " has no year");
        };
    return new Instalments(periods, each);
  }

  private static BigDecimal rounded(BigDecimal value, BigDecimal unit) {
    return value.divide(unit, 0, RoundingMode.HALF_UP).multiply(unit).setScale(2);
  }

  /**
   * A year in equal periods.
   *
   * @param periods how many
   * @param each what one period gives for one child
   */
  public record Instalments(int periods, BigDecimal each) {

    /** The year for one child. */
    public BigDecimal perChild() {
      return each.multiply(BigDecimal.valueOf(periods));
    }

    /** The year for all children who benefit; 0 for none, whatever the bracket. */
    public BigDecimal forChildren(int children) {
      return perChild().multiply(BigDecimal.valueOf(children));
    }
  }
}
