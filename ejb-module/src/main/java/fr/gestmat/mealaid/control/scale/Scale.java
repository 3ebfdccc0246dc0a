package fr.gestmat.mealaid.control.scale;

import static fr.gestmat.mealaid.control.scale.Step.Code.BRACKET;
import static fr.gestmat.mealaid.control.scale.Step.Code.COLUMN;
import static fr.gestmat.mealaid.control.scale.Step.Code.CONDITION_MET;
import static fr.gestmat.mealaid.control.scale.Step.Code.CONDITION_NOT_MET;
import static fr.gestmat.mealaid.control.scale.Step.Code.EFFORT;
import static fr.gestmat.mealaid.control.scale.Step.Code.INCOME;
import static fr.gestmat.mealaid.control.scale.Step.Code.INCOME_BY_SHARE;
import static fr.gestmat.mealaid.control.scale.Step.Code.LAST_COLUMN;
import static fr.gestmat.mealaid.control.scale.Step.Code.MISSING;
import static fr.gestmat.mealaid.control.scale.Step.Code.MONTHLY_INCOME;
import static fr.gestmat.mealaid.control.scale.Step.Code.NO_COLUMN;
import static fr.gestmat.mealaid.control.scale.Step.Code.NO_RULE;
import static fr.gestmat.mealaid.control.scale.Step.Code.QUOTIENT;
import static fr.gestmat.mealaid.control.scale.Step.Code.WITHHELD;

import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.mealaid.entity.scale.Sense;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A scale: brackets in an order in which the first that fits wins.
 *
 * @param kind the figure that it looks at
 * @param result the unit of what it gives
 * @param sense whether that is given or left to pay
 * @param style which bounds belong to their bracket
 * @param monthly whether bounds of a tax income are for a month: the year's is divided by twelve
 * @param brackets its lines, in their order
 */
public record Scale(
    ScaleKind kind,
    AmountUnit result,
    Sense sense,
    BoundStyle style,
    boolean monthly,
    List<Bracket> brackets) {

  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  /** Copies the brackets, so that a scale never changes. */
  public Scale {
    brackets = List.copyOf(brackets);
  }

  /** The numbers of children that have a column, ascending; empty if there are no columns. */
  public List<Integer> columns() {
    TreeSet<Integer> all = new TreeSet<>();
    brackets.forEach(bracket -> bracket.column().ifPresent(all::add));
    return List.copyOf(all);
  }

  /** What the scale may have to know of a household, in the order in which it is asked. */
  public Set<Missing> questions() {
    EnumSet<Missing> all =
        switch (kind) {
          case FAMILY_QUOTIENT -> EnumSet.of(Missing.FAMILY_QUOTIENT);
          case INCOME_BY_CHILDREN -> EnumSet.of(Missing.TAX_INCOME, Missing.CHILDREN);
          case INCOME_BY_SHARES -> EnumSet.of(Missing.TAX_INCOME, Missing.TAX_SHARES);
        };
    brackets.stream()
        .map(Bracket::condition)
        .filter(condition -> !condition.isNone())
        .forEach(condition -> all.add(condition.needed()));
    return all;
  }

  /** What the scale says about a household, for one child. */
  public Assessment assess(Household household) {
    List<Step> steps = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    Optional<BigDecimal> figure = figure(household, steps, missing);
    List<Integer> columns = columns();
    Optional<Integer> column = Optional.empty();
    if (!columns.isEmpty() && household.children().isPresent()) {
      int children = household.children().get();
      column = column(columns, children);
      if (column.isEmpty()) {
        steps.add(Step.of(NO_COLUMN, children));
        return new Assessment.NoRule(List.copyOf(steps));
      }
      steps.add(
          column.get() == children
              ? Step.of(COLUMN, children)
              : Step.of(LAST_COLUMN, children, column.get()));
    }
    boolean withheld = household.withheld() && figure.isEmpty();
    if (!columns.isEmpty() && column.isEmpty()) {
      missing.add(Missing.CHILDREN);
      return withheld ? highest(column, steps, missing) : undetermined(missing, steps);
    }
    Assessment found = walk(household, figure, column, new ArrayList<>(steps), missing);
    return withheld && found instanceof Assessment.Undetermined
        ? highest(column, steps, missing)
        : found;
  }

  private Assessment walk(
      Household household,
      Optional<BigDecimal> figure,
      Optional<Integer> column,
      List<Step> steps,
      List<Missing> missing) {
    for (int i = 0; i < brackets.size(); i++) {
      Bracket bracket = brackets.get(i);
      boolean needsFigure = bracket.isBounded() || bracket.tariff() instanceof Tariff.Effort;
      if (!fits(bracket, column)
          || (figure.isPresent() && !bracket.span(style).holds(Span.cents(figure.get())))) {
        continue;
      }
      Optional<Boolean> met = bracket.condition().metBy(household);
      if (met.isEmpty()) {
        return undetermined(add(missing, bracket.condition().needed()), steps);
      }
      if (!met.get()) {
        if (figure.isPresent()) {
          steps.add(condition(CONDITION_NOT_MET, bracket));
        }
        continue;
      }
      if (figure.isEmpty() && needsFigure) {
        return undetermined(missing, steps);
      }
      if (!bracket.condition().isNone()) {
        steps.add(condition(CONDITION_MET, bracket));
      }
      return matched(i, figure.orElse(BigDecimal.ZERO), steps);
    }
    if (figure.isEmpty()) {
      return undetermined(missing, steps);
    }
    steps.add(Step.of(NO_RULE, figure.get()));
    return new Assessment.NoRule(List.copyOf(steps));
  }

  /**
   * The bracket of the highest incomes: of an effort rate, the end that is worst for the family.
   */
  private Assessment highest(Optional<Integer> column, List<Step> steps, List<Missing> missing) {
    List<Integer> places =
        IntStream.range(0, brackets.size())
            .filter(i -> brackets.get(i).isTop())
            .filter(i -> column.isEmpty() || fits(brackets.get(i), column))
            .boxed()
            .toList();
    if (places.stream().map(i -> brackets.get(i).tariff()).distinct().count() != 1) {
      return undetermined(missing, steps);
    }
    Bracket bracket = brackets.get(places.get(0));
    steps.add(Step.of(WITHHELD));
    steps.add(bracket(bracket));
    Tariff tariff = bracket.tariff();
    BigDecimal value = sense == Sense.PRICE ? tariff.most() : tariff.least();
    return new Assessment.Matched(
        places.get(0), bracket.label(), new Award(sense, result, value), List.copyOf(steps));
  }

  private Step bracket(Bracket bracket) {
    return Step.of(
        BRACKET,
        bracket.label(),
        bracket.from().map(BigDecimal::toPlainString).orElse(""),
        bracket.upTo().map(BigDecimal::toPlainString).orElse(""),
        style);
  }

  private Assessment matched(int place, BigDecimal figure, List<Step> steps) {
    Bracket bracket = brackets.get(place);
    steps.add(bracket(bracket));
    if (bracket.tariff() instanceof Tariff.Effort effort) {
      steps.add(
          Step.of(
              EFFORT,
              effort.percent(),
              figure,
              effort.unbounded(figure),
              effort.least(),
              effort.most()));
    }
    Award award = new Award(sense, result, bracket.tariff().at(figure));
    return new Assessment.Matched(place, bracket.label(), award, List.copyOf(steps));
  }

  private Optional<BigDecimal> figure(
      Household household, List<Step> steps, List<Missing> missing) {
    return switch (kind) {
      case FAMILY_QUOTIENT -> {
        Optional<BigDecimal> quotient = household.familyQuotient().map(Scale::toTheCent);
        quotient.ifPresentOrElse(
            value -> steps.add(Step.of(QUOTIENT, value)),
            () -> missing.add(Missing.FAMILY_QUOTIENT));
        yield quotient;
      }
      case INCOME_BY_CHILDREN -> income(household, steps, missing).map(Scale::toTheCent);
      case INCOME_BY_SHARES -> {
        Optional<BigDecimal> income = income(household, steps, missing);
        if (household.taxShares().isEmpty()) {
          missing.add(Missing.TAX_SHARES);
          yield Optional.empty();
        }
        BigDecimal shares = household.taxShares().get();
        Optional<BigDecimal> quotient =
            income.map(value -> value.divide(shares, 2, RoundingMode.HALF_UP));
        quotient.ifPresent(
            value ->
                steps.add(
                    Step.of(INCOME_BY_SHARE, toTheCent(income.orElseThrow()), shares, value)));
        yield quotient;
      }
    };
  }

  private Optional<BigDecimal> income(
      Household household, List<Step> steps, List<Missing> missing) {
    if (household.taxIncome().isEmpty()) {
      missing.add(Missing.TAX_INCOME);
      return Optional.empty();
    }
    BigDecimal year = household.taxIncome().get();
    if (!monthly) {
      steps.add(Step.of(INCOME, year));
      return Optional.of(year);
    }
    BigDecimal month = year.divide(MONTHS, 10, RoundingMode.HALF_UP);
    steps.add(Step.of(MONTHLY_INCOME, year, toTheCent(month)));
    return Optional.of(month);
  }

  /** The column of a number of children: its own, or the last one for more. */
  private static Optional<Integer> column(List<Integer> columns, int children) {
    int last = columns.get(columns.size() - 1);
    int wanted = Math.min(children, last);
    return columns.contains(wanted) ? Optional.of(wanted) : Optional.empty();
  }

  private static boolean fits(Bracket bracket, Optional<Integer> column) {
    return bracket.column().isEmpty() || bracket.column().equals(column);
  }

  private static Assessment undetermined(List<Missing> missing, List<Step> steps) {
    missing.forEach(what -> steps.add(Step.of(MISSING, what)));
    return new Assessment.Undetermined(List.copyOf(missing), List.copyOf(steps));
  }

  private static List<Missing> add(List<Missing> missing, Missing another) {
    if (!missing.contains(another)) {
      missing.add(another);
    }
    return missing;
  }

  private static Step condition(Step.Code code, Bracket bracket) {
    return Step.of(code, bracket.condition().kind(), bracket.condition().number());
  }

  private static BigDecimal toTheCent(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP);
  }
}
