package fr.gestmat.mealaid.control.scale;

import static fr.gestmat.mealaid.control.scale.Finding.Code.OUTLIER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Misprints. Ceilings grow by nearly the same step with each child; one that is off the line of the
 * others by much more than they are is shown. The line is the median one (Theil and Sen), so that
 * the misprint itself does not bend it.
 */
final class Outliers {

  /** With fewer ceilings one that is wrong bends the median line. */
  private static final int FEWEST = 5;

  /** Euros that rounding may move a ceiling. */
  private static final double ROUNDING = 3;

  /** How many times farther off than its neighbours a ceiling must be. */
  private static final double TIMES = 4;

  private Outliers() {}

  private record Ceiling(int row, int column, double euros) {}

  /** The ceilings that are off the line of their level. */
  static List<Finding> among(Scale scale) {
    Map<String, List<Ceiling>> levels = new LinkedHashMap<>();
    for (int row = 0; row < scale.brackets().size(); row++) {
      Bracket bracket = scale.brackets().get(row);
      if (bracket.column().isPresent() && bracket.upTo().isPresent()) {
        levels
            .computeIfAbsent(bracket.condition() + " " + bracket.tariff(), key -> new ArrayList<>())
            .add(new Ceiling(row, bracket.column().get(), bracket.upTo().get().doubleValue()));
      }
    }
    List<Finding> findings = new ArrayList<>();
    levels.values().forEach(level -> off(level, findings));
    return findings;
  }

  private static void off(List<Ceiling> level, List<Finding> findings) {
    if (level.size() < FEWEST) {
      return;
    }
    double slope =
        median(
            level.stream()
                .flatMap(
                    one ->
                        level.stream()
                            .filter(other -> other.column() > one.column())
                            .map(
                                other ->
                                    (other.euros() - one.euros())
                                        / (other.column() - one.column())))
                .mapToDouble(Double::doubleValue));
    double start = median(level.stream().mapToDouble(one -> one.euros() - slope * one.column()));
    double usual = median(level.stream().mapToDouble(one -> Math.abs(distance(one, slope, start))));
    for (Ceiling one : level) {
      if (Math.abs(distance(one, slope, start)) > ROUNDING + TIMES * usual) {
        findings.add(
            Finding.of(
                OUTLIER,
                List.of(one.row()),
                one.column(),
                BigDecimal.valueOf(one.euros()),
                BigDecimal.valueOf(start + slope * one.column())
                    .setScale(0, RoundingMode.HALF_UP)));
      }
    }
  }

  private static double distance(Ceiling one, double slope, double start) {
    return one.euros() - slope * one.column() - start;
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    if (sorted.length == 0) {
      return 0;
    }
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
