package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.control.decision.Assessed.Gift;
import fr.gestmat.mealaid.control.scale.Award;
import fr.gestmat.mealaid.control.scale.TermAmounts;
import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.Term;
import fr.gestmat.mealaid.entity.scale.Sense;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What a scale's gift is in each whole term, as the simulator counts it. An amount for the year is
 * paid in equal parts; an amount for a meal is counted on the term's meals; a rate gives euros only
 * once there is an invoice. Nothing is given before the first term that the day of filing left.
 */
public final class DecisionTerms {

  /** Days of a week on which a canteen can serve a meal. */
  private static final int WEEK = 5;

  private static final BigDecimal NONE = new BigDecimal("0.00");

  private DecisionTerms() {}

  /**
   * The terms.
   *
   * @param gift what the scale gives; empty for a refusal, which gives nothing
   * @param terms the campaign's terms
   * @param first the first term that is given, 1 to 3
   * @param meals meals a week, 1 to 5, if known
   */
  public static List<DecisionTerm> of(
      Optional<Gift> gift, List<Term> terms, int first, Optional<Integer> meals) {
    return gift.map(what -> of(what, terms, first, meals)).orElse(List.of());
  }

  private static List<DecisionTerm> of(
      Gift gift, List<Term> terms, int first, Optional<Integer> meals) {
    Award award = new Award(Sense.AID, gift.unit(), gift.value());
    return TermAmounts.of(award, terms, first, meals.orElse(WEEK), Optional.empty()).stream()
        .map(
            amount ->
                new DecisionTerm(
                    amount.term(),
                    amount.rate().map(DecisionTerms::toTheCent).orElse(null),
                    toTheCent(amount.euros().orElse(NONE))))
        .toList();
  }

  private static BigDecimal toTheCent(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP);
  }
}
