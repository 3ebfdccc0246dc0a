package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.control.decision.Assessed.Gift;
import fr.gestmat.mealaid.control.scale.Award;
import fr.gestmat.mealaid.control.scale.TermAmounts;
import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.Term;
import fr.gestmat.mealaid.entity.scale.Sense;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a decision gives in each term. An amount for the year is paid in equal parts; an amount for
 * a meal is counted on the term's meals; a rate gives euros only once there is an invoice. Nothing
 * is given before the first term that the day of filing left.
 */
public final class DecisionTerms {

  /** Days of a week on which a canteen can serve a meal. */
  private static final int WEEK = 5;

  private static final BigDecimal NONE = new BigDecimal("0.00");

  private DecisionTerms() {}

  /**
   * A change of situation.
   *
   * @param from the day from which the new decision counts
   * @param before what was given until then
   */
  public record Change(LocalDate from, List<DecisionTerm> before) {

    private Optional<DecisionTerm> of(int term) {
      return before.stream().filter(one -> one.term() == term).findFirst();
    }
  }

  /**
   * The terms of a decision.
   *
   * @param gift what the scale gives; empty for a refusal, which after a change of situation keeps
   *     what was given before
   * @param terms the campaign's terms
   * @param first the first term that is given, 1 to 3
   * @param meals meals a week, 1 to 5, if known
   * @param change a change of situation, if there was one
   */
  public static List<DecisionTerm> of(
      Optional<Gift> gift,
      List<Term> terms,
      int first,
      Optional<Integer> meals,
      Optional<Change> change) {
    Map<Integer, DecisionTerm> whole =
        gift.map(what -> whole(what, terms, first, meals)).orElse(Map.of());
    List<DecisionTerm> all = new ArrayList<>();
    for (Term term : terms) {
      Optional<DecisionTerm> given = Optional.ofNullable(whole.get(term.number()));
      Optional<DecisionTerm> before = change.flatMap(one -> one.of(term.number()));
      Optional<DecisionTerm> kept =
          change.isEmpty() ? given : mixed(term, change.get().from(), before, given);
      kept.ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /** As the simulator counts them; a rate gives euros only once there is an invoice. */
  private static Map<Integer, DecisionTerm> whole(
      Gift gift, List<Term> terms, int first, Optional<Integer> meals) {
    Award award = new Award(Sense.AID, gift.unit(), gift.value());
    return TermAmounts.of(award, terms, first, meals.orElse(WEEK), Optional.empty()).stream()
        .collect(
            Collectors.toMap(
                TermAmounts.Amount::term,
                amount ->
                    new DecisionTerm(
                        amount.term(),
                        amount.rate().map(DecisionTerms::toTheCent).orElse(null),
                        toTheCent(amount.euros().orElse(NONE)))));
  }

  private static BigDecimal toTheCent(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP);
  }

  /** The term in which a change falls has a part of both, by days. */
  private static Optional<DecisionTerm> mixed(
      Term term, LocalDate from, Optional<DecisionTerm> before, Optional<DecisionTerm> after) {
    if (!from.isAfter(term.startsOn())) {
      return after;
    }
    if (from.isAfter(term.endsOn())) {
      return before;
    }
    if (before.isEmpty() && after.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal old = BigDecimal.valueOf(ChronoUnit.DAYS.between(term.startsOn(), from));
    BigDecimal all =
        BigDecimal.valueOf(ChronoUnit.DAYS.between(term.startsOn(), term.endsOn()) + 1);
    BigDecimal euros =
        mix(
            before.map(DecisionTerm::amount).orElse(NONE),
            after.map(DecisionTerm::amount).orElse(NONE),
            old,
            all);
    @Nullable BigDecimal oldRate = before.map(DecisionTerm::rate).orElse(null);
    @Nullable BigDecimal newRate = after.map(DecisionTerm::rate).orElse(null);
    boolean rated = oldRate != null || newRate != null;
    return Optional.of(
        new DecisionTerm(
            term.number(),
            rated
                ? mix(oldRate == null ? NONE : oldRate, newRate == null ? NONE : newRate, old, all)
                : null,
            euros));
  }

  private static BigDecimal mix(
      BigDecimal before, BigDecimal after, BigDecimal old, BigDecimal all) {
    return before
        .multiply(old)
        .add(after.multiply(all.subtract(old)))
        .divide(all, 2, RoundingMode.HALF_UP);
  }
}
