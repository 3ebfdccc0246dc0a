package fr.gestmat.mealaid.control.scale;

import fr.gestmat.mealaid.entity.scale.BoundStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a scale.
 *
 * @param label its name for people, "Tranche 2"; may be empty
 * @param column the number of children that it is for; absent: any number
 * @param from its lower bound in euros; absent: from 0
 * @param upTo its upper bound in euros; absent: without limit
 * @param condition what the household must fulfil besides
 * @param tariff what it gives for one child
 */
public record Bracket(
    String label,
    Optional<Integer> column,
    Optional<BigDecimal> from,
    Optional<BigDecimal> upTo,
    Condition condition,
    Tariff tariff) {

  /** A line for every household whose figure lies between two bounds; null: no bound. */
  public static Bracket between(@Nullable String from, @Nullable String upTo, Tariff tariff) {
    return new Bracket(
        "",
        Optional.empty(),
        Optional.ofNullable(from).map(BigDecimal::new),
        Optional.ofNullable(upTo).map(BigDecimal::new),
        Condition.NONE,
        tariff);
  }

  /** The same line with a name. */
  public Bracket called(String name) {
    return new Bracket(name, column, from, upTo, condition, tariff);
  }

  /** The same line for one number of children. */
  public Bracket inColumn(int children) {
    return new Bracket(label, Optional.of(children), from, upTo, condition, tariff);
  }

  /** The same line under a condition. */
  public Bracket when(Condition wanted) {
    return new Bracket(label, column, from, upTo, wanted, tariff);
  }

  /** Whether it takes the highest figures, of everybody. */
  boolean isTop() {
    return upTo.isEmpty() && condition.isNone();
  }

  /** Its figures, to the cent. */
  Span span(BoundStyle style) {
    return Span.of(from, upTo, style);
  }

  /** Whether the figure is needed to tell whether a household is in it. */
  boolean isBounded() {
    return upTo.isPresent() || from.filter(value -> value.signum() > 0).isPresent();
  }
}
