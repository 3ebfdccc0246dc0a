package fr.gestmat.mealaid.control.scale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a scale gives along the figures, for who fulfils no condition: to be drawn. */
public final class ScaleProfile {

  private static final long FALLBACK = 100_000;

  private ScaleProfile() {}

  /**
   * A stretch of the line.
   *
   * @param from its first figure in euros
   * @param to its last; for a bracket without limit a little beyond the last bound
   * @param first what it gives at its beginning
   * @param last what it gives at its end
   */
  public record Stretch(BigDecimal from, BigDecimal to, BigDecimal first, BigDecimal last) {}

  /**
   * The line of a column, from the lowest figures up.
   *
   * @param column number of children; 0 for a scale without columns
   */
  public static List<Stretch> of(Scale scale, int column) {
    long end = end(scale);
    List<Stretch> line = new ArrayList<>();
    scale.brackets().stream()
        .filter(bracket -> bracket.condition().isNone())
        .filter(bracket -> bracket.column().orElse(column) == column)
        .filter(bracket -> !bracket.span(scale.style()).isEmpty())
        .sorted(Comparator.comparingLong((Bracket bracket) -> bracket.span(scale.style()).first()))
        .forEach(
            bracket -> {
              Span span = bracket.span(scale.style());
              BigDecimal from = Span.euros(span.first());
              BigDecimal to = Span.euros(Math.min(span.last(), end));
              line.add(new Stretch(from, to, bracket.tariff().at(from), bracket.tariff().at(to)));
            });
    return line;
  }

  /** A fifth beyond the last bound of any column, so that brackets without limit are seen. */
  private static long end(Scale scale) {
    return scale.brackets().stream()
        .map(bracket -> bracket.span(scale.style()))
        .mapToLong(span -> span.last() == Span.ENDLESS ? span.first() : span.last())
        .filter(cents -> cents > 0)
        .max()
        .stream()
        .map(cents -> cents + cents / 5)
        .findFirst()
        .orElse(FALLBACK);
  }
}
