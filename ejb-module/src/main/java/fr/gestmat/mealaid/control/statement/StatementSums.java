package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.statement.StatedAmount;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Lines added up in groups; every way of grouping gives the same total. */
public final class StatementSums {

  private StatementSums() {}

  /**
   * A group.
   *
   * @param lines how many lines
   * @param amount their sum in euros
   */
  public record Sum(int lines, BigDecimal amount) {

    private static final Sum NOTHING = new Sum(0, StatedAmount.ZERO);

    Sum plus(StatedLine line) {
      return new Sum(lines + 1, amount.add(line.amount()));
    }
  }

  /** The sum of all. */
  public static BigDecimal total(List<StatedLine> lines) {
    return lines.stream().map(StatedLine::amount).reduce(StatedAmount.ZERO, BigDecimal::add);
  }

  /** The groups, in the order of their keys. */
  public static <K extends Comparable<K>> Map<K, Sum> by(
      List<StatedLine> lines, Function<StatedLine, K> key) {
    Map<K, Sum> sums = new TreeMap<>();
    for (StatedLine line : lines) {
      sums.merge(key.apply(line), Sum.NOTHING.plus(line), (one, two) -> one.plus(line));
    }
    return sums;
  }
}
