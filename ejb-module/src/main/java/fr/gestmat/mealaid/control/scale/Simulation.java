package fr.gestmat.mealaid.control.scale;

import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.Term;
import fr.gestmat.mealaid.entity.scale.Sense;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a scale would do to the applications of another campaign: who wins, who loses, and what it
 * costs. Takes one application after the other and keeps sums only.
 */
public final class Simulation {

  private final Scale scale;
  private final List<Term> terms;
  private final BigDecimal mealPrice;
  private final long[] counts = new long[Change.values().length];
  private final Level[] levels;
  private BigDecimal before = BigDecimal.ZERO;
  private BigDecimal after = BigDecimal.ZERO;
  private BigDecimal won = BigDecimal.ZERO;
  private BigDecimal lost = BigDecimal.ZERO;

  /** What becomes of an application. */
  public enum Change {
    /** It would get more. */
    WINS,
    /** It would get less. */
    LOSES,
    /** It would get the same. */
    SAME,
    /** What the scale asks is not known of it. */
    UNDETERMINED,
    /** The scale has no bracket for it. */
    NO_RULE
  }

  /**
   * An application of the other campaign.
   *
   * @param household what is known of it
   * @param unit what it was given in; absent if it was refused for its income
   * @param given what it was given for one child: percent or euros
   * @param mealsAWeek 1 to 5; absent if unknown: then every day is counted
   * @param custody how a second household counted, if there was one
   */
  public record Past(
      Household household,
      Optional<AmountUnit> unit,
      BigDecimal given,
      Optional<Integer> mealsAWeek,
      Optional<SharedCustody> custody) {

    /** One of a child who lives in one household. */
    public Past(
        Household household,
        Optional<AmountUnit> unit,
        BigDecimal given,
        Optional<Integer> mealsAWeek) {
      this(household, unit, given, mealsAWeek, Optional.empty());
    }

    private Assessment assess(Scale scale) {
      return custody
          .map(shared -> shared.assess(scale, household))
          .orElseGet(() -> scale.assess(household));
    }
  }

  private record Level(long[] count, BigDecimal[] sum) {}

  /**
   * A line of the scale.
   *
   * @param bracket its place in the scale, from 0
   * @param applications that would be in it
   * @param euros what they would get in a year
   */
  public record InBracket(int bracket, long applications, BigDecimal euros) {}

  /**
   * The result.
   *
   * @param counts applications by change, in the order of {@link Change}
   * @param before euros of a year with the old scale, of those that could be computed
   * @param after the same with the new one
   * @param won euros that those who win would get more
   * @param lost euros that those who lose would get less
   * @param brackets the new scale's, in order
   */
  public record Outcome(
      List<Long> counts,
      BigDecimal before,
      BigDecimal after,
      BigDecimal won,
      BigDecimal lost,
      List<InBracket> brackets) {

    /** Applications of a change. */
    public long count(Change change) {
      return counts.get(change.ordinal());
    }

    /** All applications. */
    public long all() {
      return counts.stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Begins.
   *
   * @param terms of the school year, for meals
   * @param mealPrice what a meal costs, for rates
   */
  public Simulation(Scale scale, List<Term> terms, BigDecimal mealPrice) {
    this.scale = scale;
    this.terms = List.copyOf(terms);
    this.mealPrice = mealPrice;
    this.levels = new Level[scale.brackets().size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = new Level(new long[1], new BigDecimal[] {BigDecimal.ZERO});
    }
  }

  /** Takes an application. */
  public void take(Past past) {
    Assessment said = past.assess(scale);
    if (said instanceof Assessment.Matched matched) {
      int meals = past.mealsAWeek().orElse(5);
      BigDecimal old =
          past.unit()
              .map(unit -> year(new Award(Sense.AID, unit, past.given()), meals))
              .orElse(BigDecimal.ZERO);
      BigDecimal fresh = year(matched.award(), meals);
      before = before.add(old);
      after = after.add(fresh);
      Level level = levels[matched.bracket()];
      level.count()[0]++;
      level.sum()[0] = level.sum()[0].add(fresh);
      count(compare(old, fresh));
    } else {
      count(said instanceof Assessment.NoRule ? Change.NO_RULE : Change.UNDETERMINED);
    }
  }

  /** What came of all that were taken. */
  public Outcome outcome() {
    List<Long> all = new ArrayList<>();
    for (long one : counts) {
      all.add(one);
    }
    List<InBracket> brackets = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      brackets.add(new InBracket(i, levels[i].count()[0], levels[i].sum()[0]));
    }
    return new Outcome(all, before, after, won, lost, brackets);
  }

  private Change compare(BigDecimal old, BigDecimal fresh) {
    int difference = fresh.compareTo(old);
    if (difference > 0) {
      won = won.add(fresh.subtract(old));
      return Change.WINS;
    }
    if (difference < 0) {
      lost = lost.add(old.subtract(fresh));
      return Change.LOSES;
    }
    return Change.SAME;
  }

  private void count(Change change) {
    counts[change.ordinal()]++;
  }

  private BigDecimal year(Award award, int mealsAWeek) {
    return TermAmounts.of(award, terms, 1, mealsAWeek, Optional.of(mealPrice)).stream()
        .map(amount -> amount.euros().orElse(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
