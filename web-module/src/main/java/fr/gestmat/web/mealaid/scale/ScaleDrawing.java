package fr.gestmat.web.mealaid.scale;

import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.control.scale.ScaleProfile;
import fr.gestmat.mealaid.control.scale.ScaleProfile.Stretch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A scale as steps: figures from left to right, what they give from the bottom up, in the units of
 * the drawing.
 *
 * @param lines one for each column that is drawn: all, or the first and the last of many
 * @param bounds places of the bounds of the first line, to be written below
 * @param top the highest value
 * @param zero the height of nothing
 */
public record ScaleDrawing(List<Line> lines, List<Bound> bounds, BigDecimal top, double zero) {

  /** Width of the drawing. */
  public static final double WIDTH = 640;

  /** Height of the drawing, without the writing below. */
  public static final double HEIGHT = 200;

  private static final double ROOM = 20;
  private static final double NARROWEST = 90;

  /**
   * A line.
   *
   * @param children the number of children that it is for; 0 for all
   * @param points as SVG wants them
   */
  public record Line(int children, String points) {}

  /**
   * A bound.
   *
   * @param x its place
   * @param euros its figure
   */
  public record Bound(double x, BigDecimal euros) {}

  /** The drawing of a scale. */
  public static ScaleDrawing of(Scale scale) {
    List<Integer> columns = scale.columns();
    List<Integer> drawn =
        columns.size() < 2
            ? List.of(columns.isEmpty() ? 0 : columns.get(0))
            : List.of(columns.get(0), columns.get(columns.size() - 1));
    List<List<Stretch>> profiles =
        drawn.stream().map(column -> ScaleProfile.of(scale, column)).toList();
    double end = greatest(profiles.stream().flatMap(List::stream).map(Stretch::to).toList());
    double top =
        greatest(
            profiles.stream()
                .flatMap(List::stream)
                .flatMap(one -> java.util.stream.Stream.of(one.first(), one.last()))
                .toList());
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      lines.add(new Line(drawn.get(i), points(profiles.get(i), end, top)));
    }
    return new ScaleDrawing(lines, bounds(profiles.get(0), end), BigDecimal.valueOf(top), HEIGHT);
  }

  /** Whether two lines need names. */
  public boolean isNamed() {
    return lines.size() > 1;
  }

  private static String points(List<Stretch> profile, double end, double top) {
    StringBuilder points = new StringBuilder();
    for (Stretch stretch : profile) {
      point(points, stretch.from().doubleValue() / end, stretch.first().doubleValue() / top);
      point(points, stretch.to().doubleValue() / end, stretch.last().doubleValue() / top);
    }
    return points.toString().strip();
  }

  private static void point(StringBuilder points, double along, double up) {
    points.append(
        String.format(Locale.ROOT, "%.1f,%.1f ", along * WIDTH, HEIGHT - up * (HEIGHT - ROOM)));
  }

  private static List<Bound> bounds(List<Stretch> profile, double end) {
    List<Bound> bounds = new ArrayList<>();
    double last = -NARROWEST;
    for (Stretch stretch : profile) {
      double x = stretch.from().doubleValue() / end * WIDTH;
      if (x - last >= NARROWEST && x <= WIDTH - NARROWEST / 2) {
        bounds.add(new Bound(x, stretch.from().setScale(0, java.math.RoundingMode.DOWN)));
        last = x;
      }
    }
    return bounds;
  }

  private static double greatest(List<BigDecimal> values) {
    return Math.max(1, values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1));
  }
}
