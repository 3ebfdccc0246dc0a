package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.control.decision.Assessed.Gift;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    List<DecisionTerm> all = new ArrayList<>();
    for (Term term : terms) {
      Optional<DecisionTerm> given =
          term.number() < first
              ? Optional.empty()
              : gift.map(what -> whole(what, term, terms.size(), meals));
      Optional<DecisionTerm> before = change.flatMap(one -> one.of(term.number()));
      Optional<DecisionTerm> kept =
          change.isEmpty() ? given : mixed(term, change.get().from(), before, given);
      kept.ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  private static DecisionTerm whole(Gift gift, Term term, int periods, Optional<Integer> meals) {
    BigDecimal value = gift.value();
    BigDecimal euros =
        switch (gift.unit()) {
          case RATE -> NONE;
          case PER_TERM -> value;
          case PER_YEAR -> value.divide(BigDecimal.valueOf(periods), 2, RoundingMode.HALF_UP);
          case PER_MEAL -> value.multiply(BigDecimal.valueOf(meals(term, meals)));
        };
    return new DecisionTerm(
        term.number(),
        gift.unit() == AmountUnit.RATE ? value.setScale(2, RoundingMode.HALF_UP) : null,
        euros.setScale(2, RoundingMode.HALF_UP));
  }

  /** Meals of a term: all that are served, or the part of who does not eat there every day. */
  private static long meals(Term term, Optional<Integer> aWeek) {
    return BigDecimal.valueOf(term.mealDays())
        .multiply(BigDecimal.valueOf(Math.min(aWeek.orElse(WEEK), WEEK)))
        .divide(BigDecimal.valueOf(WEEK), 0, RoundingMode.HALF_UP)
        .longValueExact();
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
