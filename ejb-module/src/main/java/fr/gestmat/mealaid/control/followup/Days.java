package fr.gestmat.mealaid.control.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Folds what was counted by half hours of universal time into the days of an authority: every time
 * zone lies whole half hours away, and quarters there are none on French soil.
 */
public final class Days {

  /** Days that a drawing shows at most. */
  public static final int SHOWN = 60;

  private static final long HALF_HOUR = 1_800;

  private Days() {}

  /**
   * What happened in some half hour.
   *
   * @param halfHour half hours since 1970 in universal time
   * @param count how often
   */
  public record Counted(long halfHour, long count) {}

  /**
   * A day.
   *
   * @param day on the calendar of the authority
   * @param received applications that were sent
   * @param decided decisions that were taken
   */
  public record Day(LocalDate day, long received, long decided) {}

  /**
   * Every day from the first on which something happened to the last, the quiet ones too; at most
   * the last {@value #SHOWN}. Empty if nothing happened.
   */
  public static List<Day> of(List<Counted> received, List<Counted> decided, ZoneId zone) {
    TreeMap<LocalDate, Long> in = byDay(received, zone);
    TreeMap<LocalDate, Long> out = byDay(decided, zone);
    TreeMap<LocalDate, Long> all = new TreeMap<>(in);
    all.putAll(out);
    List<Day> days = new ArrayList<>();
    if (!all.isEmpty()) {
      LocalDate last = all.lastKey();
      LocalDate first = last.minusDays(SHOWN - 1L);
      if (first.isBefore(all.firstKey())) {
        first = all.firstKey();
      }
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        days.add(new Day(day, in.getOrDefault(day, 0L), out.getOrDefault(day, 0L)));
      }
    }
    return days;
  }

  private static TreeMap<LocalDate, Long> byDay(List<Counted> counted, ZoneId zone) {
    Map<LocalDate, Long> days = new TreeMap<>();
    counted.forEach(
        one ->
            days.merge(
                LocalDate.ofInstant(Instant.ofEpochSecond(one.halfHour() * HALF_HOUR), zone),
                one.count(),
                Long::sum));
    return new TreeMap<>(days);
  }
}
