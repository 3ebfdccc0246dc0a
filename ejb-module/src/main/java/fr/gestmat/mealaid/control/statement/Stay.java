package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.statement.SchoolStay;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A child in a school, for a while.
 *
 * @param schoolId the school
 * @param firstDay first day there; empty from the beginning
 * @param lastDay last day there; empty until now
 */
public record Stay(long schoolId, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay) {

  /** In one school all the time. */
  public static Stay always(long schoolId) {
    return new Stay(schoolId, Optional.empty(), Optional.empty());
  }

  /** A stay as it is kept. */
  static Stay of(SchoolStay kept) {
    return new Stay(
        kept.schoolId(), Optional.ofNullable(kept.firstDay()), Optional.ofNullable(kept.lastDay()));
  }

  /** The same stay, over before {@code day} at the latest. */
  Stay endedBefore(LocalDate day) {
    LocalDate last = day.minusDays(1);
    return new Stay(
        schoolId, firstDay, lastDay.filter(l -> l.isBefore(last)).or(() -> Optional.of(last)));
  }
}
