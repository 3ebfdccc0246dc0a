package fr.gestmat.lending.control;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The days on which schools of an authority are open.
 *
 * @param weekdays days of the week when they are; at least one
 * @param closed days off on top: holidays, bridges
 */
public record OpenDays(Set<DayOfWeek> weekdays, Set<LocalDate> closed) {

  /** Copies both sets. */
  public OpenDays {
    weekdays = Set.copyOf(weekdays);
    closed = Set.copyOf(closed);
  }

  /** Whether schools are open on {@code day}. */
  public boolean includes(LocalDate day) {
    return weekdays.contains(day.getDayOfWeek()) && !closed.contains(day);
  }

  /** The last open day on or before {@code day}, but never before {@code earliest}. */
  public LocalDate lastOnOrBefore(LocalDate day, LocalDate earliest) {
    LocalDate open = day;
    while (!includes(open) && open.isAfter(earliest)) {
      open = open.minusDays(1);
    }
    return open;
  }

  /** The first open day after {@code day}; empty if there is none up to {@code latest}. */
  public Optional<LocalDate> firstAfter(LocalDate day, LocalDate latest) {
    return day.datesUntil(latest.plusDays(1)).skip(1).filter(this::includes).findFirst();
  }
}
