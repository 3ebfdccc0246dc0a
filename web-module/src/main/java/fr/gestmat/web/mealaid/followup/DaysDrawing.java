package fr.gestmat.web.mealaid.followup;

import fr.gestmat.mealaid.control.followup.Days;
import fr.gestmat.mealaid.control.followup.Days.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Days or weeks as bars: what was received, and beside it what was decided, in the units of the
 * drawing.
 *
 * @param bars two a day or a week
 * @param weekly whether they are weeks
 * @param first the first day
 * @param last the last day
 * @param top the highest number, at least 1
 */
public record DaysDrawing(
    List<Bar> bars, boolean weekly, LocalDate first, LocalDate last, long top) {

  /** Width of the drawing. */
  public static final int WIDTH = 640;

  /** Height of the drawing, without the writing below. */
  public static final int HEIGHT = 160;

  private static final double GAP = 0.2;
  private static final int DAYS_AFTER_MONDAY = 6;

  /**
   * A bar.
   *
   * @param kind {@code first} for what was received, {@code other} for what was decided
   * @param x where it begins
   * @param y its upper end
   * @param width its width
   * @param height its height
   */
  public record Bar(String kind, String x, String y, String width, String height) {}

  /** The drawing of at least one day or week. */
  public static DaysDrawing of(List<Day> days) {
    long top =
        Math.max(
            1,
            days.stream()
                .mapToLong(day -> Math.max(day.received(), day.decided()))
                .max()
                .orElse(1));
    double step = (double) WIDTH / days.size();
    double width = step * (1 - GAP) / 2;
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      double x = i * step + step * GAP / 2;
      add(bars, "first", x, width, days.get(i).received(), top);
      add(bars, "other", x + width, width, days.get(i).decided(), top);
    }
    boolean weekly = Days.areWeeks(days);
    LocalDate last = days.get(days.size() - 1).day();
    return new DaysDrawing(
        bars, weekly, days.get(0).day(), weekly ? last.plusDays(DAYS_AFTER_MONDAY) : last, top);
  }

  private static void add(
      List<Bar> bars, String kind, double x, double width, long count, long top) {
    if (count > 0) {
      double height = (double) count / top * HEIGHT;
      bars.add(new Bar(kind, unit(x), unit(HEIGHT - height), unit(width), unit(height)));
    }
  }

  private static String unit(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
