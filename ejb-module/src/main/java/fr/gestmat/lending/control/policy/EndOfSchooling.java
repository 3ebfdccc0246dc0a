package fr.gestmat.lending.control.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * What becomes of the device at the end of schooling.
 *
 * @param given whether it is given (cession); otherwise it comes back
 * @param cohort the levels of leaving at which it is given; a pupil of another level returns it
 * @param from the day of the school year from which a pupil may choose; empty for all of it
 */
public record EndOfSchooling(boolean given, Cohort cohort, Optional<MonthDay> from) {

  /** Everybody returns it. */
  public static final EndOfSchooling RETURN =
      new EndOfSchooling(false, Cohort.EVERYONE, Optional.empty());

  /** Whether a pupil who leaves from this level keeps the device. */
  public boolean givesTo(Optional<String> mef) {
    return given && cohort.includes(mef);
  }

  /** The day on which this school year's pupils may begin to choose; empty if they may already. */
  public Optional<LocalDate> opensAfter(LocalDate today) {
    return opening(today).filter(today::isBefore);
  }

  /** The day of this school year on which the choice opened; empty before it, and without one. */
  public Optional<LocalDate> openedOn(LocalDate today) {
    return opening(today).filter(day -> !today.isBefore(day));
  }

  private Optional<LocalDate> opening(LocalDate today) {
    SchoolYear year = SchoolYear.of(today);
    return from.map(day -> day.atYear(year.begins()))
        .map(day -> day.isBefore(year.firstDay()) ? day.plusYears(1) : day);
  }
}
