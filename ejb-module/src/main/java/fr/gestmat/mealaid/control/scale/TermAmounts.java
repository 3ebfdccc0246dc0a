package fr.gestmat.mealaid.control.scale;

import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What an award gives in each term of a school year, for one child. Terms are not of one length:
 * meals are counted in each, while an amount for the year is split in equal parts (M-F13).
 */
public final class TermAmounts {

  /** Days a week on which a child eats who is counted in a term's meal days. */
  private static final int EVERY_DAY = 5;

  private static final BigDecimal CENT = new BigDecimal("0.01");

  private TermAmounts() {}

  /**
   * A term.
   *
   * @param term 1 to 3
   * @param rate part of the price in percent, if the scale gives one
   * @param euros the amount; absent if it depends on a price that is not known yet
   */
  public record Amount(int term, Optional<BigDecimal> rate, Optional<BigDecimal> euros) {}

  /**
   * The terms that an award gives.
   *
   * @param terms of the campaign
   * @param firstTerm the first that is given, 1 to 3
   * @param mealsAWeek 1 to 5
   * @param mealPrice what a meal costs, for a rate; absent: schools compute it from their invoices
   */
  public static List<Amount> of(
      Award award,
      List<Term> terms,
      int firstTerm,
      int mealsAWeek,
      Optional<BigDecimal> mealPrice) {
    return terms.stream()
        .filter(term -> term.number() >= firstTerm)
        .map(
            term ->
                new Amount(
                    term.number(),
                    award.kind() == AmountUnit.RATE
                        ? Optional.of(award.perChild())
                        : Optional.empty(),
                    euros(award, terms.size(), meals(term, mealsAWeek), mealPrice)))
        .toList();
  }

  /** The meals of a term for who eats on some days of the week, rounded half up. */
  public static int meals(Term term, int mealsAWeek) {
    return BigDecimal.valueOf((long) term.mealDays() * Math.min(mealsAWeek, EVERY_DAY))
        .divide(BigDecimal.valueOf(EVERY_DAY), 0, RoundingMode.HALF_UP)
        .intValueExact();
  }

  private static Optional<BigDecimal> euros(
      Award award, int terms, int meals, Optional<BigDecimal> mealPrice) {
    return switch (award.kind()) {
      case RATE -> mealPrice.map(price -> award.forMeals(meals, price));
      case PER_MEAL -> Optional.of(award.forMeals(meals, BigDecimal.ZERO));
      case PER_TERM, PER_YEAR -> Optional.of(award.inPeriods(terms, CENT).each());
    };
  }
}
