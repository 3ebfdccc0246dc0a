package fr.gestmat.mealaid.control.followup;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Folds what was counted by half hours of universal time into the days of an authority: every time
 * zone lies whole half hours away, and quarters there are none on French soil.
 */
public final class Days {

  /** Days that are shown one by one: a quarter of a year. A longer time is shown by weeks. */
  public static final int SHOWN = 92;

  private static final int WEEK = 7;

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
   * A day, or a week.
   *
   * @param day on the calendar of the authority; of a week its Monday
   * @param received applications that were sent
   * @param decided decisions that were taken
   */
  public record Day(LocalDate day, long received, long decided) {}

  /**
   * Every day from the first on which something happened to the last, the quiet ones too; every
   * week, if these are more than {@value #SHOWN} days. Empty if nothing happened.
   */
  public static List<Day> of(List<Counted> received, List<Counted> decided, ZoneId zone) {
    TreeMap<LocalDate, Long> in = byDay(received, zone);
    TreeMap<LocalDate, Long> out = byDay(decided, zone);
    TreeMap<LocalDate, Long> all = new TreeMap<>(in);
    all.putAll(out);
    List<Day> days = new ArrayList<>();
    if (!all.isEmpty()) {
      boolean weeks = all.firstKey().plusDays(SHOWN).compareTo(all.lastKey()) <= 0;
      LocalDate first =
          weeks
              ? all.firstKey().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              : all.firstKey();
      int step = weeks ? WEEK : 1;
      for (LocalDate day = first; !day.isAfter(all.lastKey()); day = day.plusDays(step)) {
        LocalDate end = day.plusDays(step);
        days.add(new Day(day, sum(in.subMap(day, end)), sum(out.subMap(day, end))));
      }
    }
    return days;
  }

  /** Whether they are weeks: the second does not follow the first. */
  public static boolean areWeeks(List<Day> days) {
    return days.size() > 1 && !days.get(0).day().plusDays(1).equals(days.get(1).day());
  }

  private static long sum(Map<LocalDate, Long> some) {
    return some.values().stream().mapToLong(Long::longValue).sum();
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
