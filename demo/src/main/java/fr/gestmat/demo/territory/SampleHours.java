package fr.gestmat.demo.territory;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/** At which hours people do things: families in the evening, officers while they work. */
final class SampleHours {

  private final Chance chance;
  private final Instant until;

  /**
   * Hours that chance draws.
   *
   * @param until when families have done by now what they do
   */
  SampleHours(Chance chance, Instant until) {
    this.chance = chance;
    this.until = until;
  }

  /** The day at the département. */
  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, SampleCase.ZONE);
  }

  /** An hour at which officers work, some days later. */
  Instant working(Instant after, int days) {
    ZonedDateTime at = day(after).plusDays(days).atTime(8, 30).atZone(SampleCase.ZONE);
    if (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
      at = at.plusDays(2);
    }
    Instant then = at.plusSeconds(chance.below(8 * 3_600)).toInstant();
    return then.isAfter(after) ? then : after.plusSeconds(1_200);
  }

  /** That evening, or the one before if it has not come yet. */
  Instant evening(Instant day) {
    return come(
        day(day)
            .atTime(17, 30)
            .atZone(SampleCase.ZONE)
            .plusSeconds(chance.below(4 * 3_600))
            .toInstant());
  }

  /**
   * When a family sends: fewer do on a Sunday.
   *
   * @param first the day that the weights begin with
   * @param weights of that day and the next ones
   */
  Instant sent(LocalDate first, List<Integer> weights) {
    int all = weights.stream().mapToInt(Integer::intValue).sum();
    int draw = chance.below(all);
    int day = 0;
    while (draw >= weights.get(day)) {
      draw -= weights.get(day++);
    }
    LocalDate on = first.plusDays(day);
    if (on.getDayOfWeek() == DayOfWeek.SUNDAY && chance.percent(50)) {
      on = on.plusDays(1);
    }
    return come(
        on.atTime(8, 0).atZone(SampleCase.ZONE).plusSeconds(chance.below(13 * 3_600)).toInstant());
  }

  private Instant come(Instant then) {
    return then.isBefore(until.minusSeconds(900)) ? then : then.minus(Duration.ofDays(1));
  }
}
