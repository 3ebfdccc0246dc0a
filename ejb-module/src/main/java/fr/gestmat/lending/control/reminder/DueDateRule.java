package fr.gestmat.lending.control.reminder;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.OpenDays;
import fr.gestmat.lending.entity.LoanState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When the last day of a loan may be changed (L097): only while the pupil has the device. */
public final class DueDateRule {

  private static final int MOST_YEARS = 10;

  private DueDateRule() {}

  /**
   * What a date is held to, as at the desk (L061).
   *
   * @param open days on which schools are open
   * @param lastDay the pupil's last day, if it is known
   */
  public record Limits(OpenDays open, Optional<LocalDate> lastDay) {}

  /** Why not, all reasons at once. */
  public static List<Refusal> refusals(
      LoanState state, Optional<LocalDate> dueOn, LocalDate today, Limits limits) {
    List<Refusal> reasons = new ArrayList<>();
    if (state != LoanState.OPEN) {
      reasons.add(Refusal.of("dueOn", "dueDate." + state));
    }
    if (dueOn.filter(day -> day.isBefore(today)).isPresent()) {
      reasons.add(Refusal.of("dueOn", "dueDate.past"));
    }
    if (dueOn.filter(day -> day.isAfter(furthest(today))).isPresent()) {
      reasons.add(Refusal.of("dueOn", "dueDate.far"));
    } else if (dueOn.isPresent() && reasons.isEmpty()) {
      limit(dueOn.get(), today, limits).ifPresent(reasons::add);
    }
    return reasons;
  }

  private static Optional<Refusal> limit(LocalDate dueOn, LocalDate today, Limits limits) {
    Optional<LocalDate> lastDay = limits.lastDay().filter(day -> !day.isBefore(today));
    if (lastDay.filter(dueOn::isAfter).isPresent()) {
      return Optional.of(afterLastDay(lastDay.get(), today, limits.open()));
    }
    return limits.open().includes(dueOn)
        ? Optional.empty()
        : Optional.of(closed(dueOn, today, lastDay.orElse(furthest(today)), limits.open()));
  }

  /** Too late, with the last open day on or before the last day: that one may be closed itself. */
  private static Refusal afterLastDay(LocalDate lastDay, LocalDate today, OpenDays open) {
    LocalDate latest = open.lastOnOrBefore(lastDay, today);
    if (latest.equals(lastDay) && open.includes(latest)) {
      return Refusal.of("dueOn", "dueDate.afterLastDay", lastDay);
    }
    return open.includes(latest)
        ? Refusal.of("dueOn", "dueDate.afterLastOpenDay", lastDay, latest)
        : Refusal.of("dueOn", "dueDate.closedAround", lastDay);
  }

  /** A closed day, with the open days around it that are allowed: the one before, the next one. */
  private static Refusal closed(LocalDate day, LocalDate today, LocalDate latest, OpenDays open) {
    Optional<LocalDate> before =
        Optional.of(open.lastOnOrBefore(day, today)).filter(open::includes);
    Optional<LocalDate> next = open.firstAfter(day, latest);
    if (before.isPresent() && next.isPresent()) {
      return Refusal.of("dueOn", "dueDate.closed", before.get(), next.get());
    }
    return before
        .map(last -> Refusal.of("dueOn", "dueDate.closedAfter", last))
        .or(() -> next.map(first -> Refusal.of("dueOn", "dueDate.closedBefore", first)))
        .orElseGet(() -> Refusal.of("dueOn", "dueDate.closedAround", latest));
  }

  private static LocalDate furthest(LocalDate today) {
    return today.plusYears(MOST_YEARS);
  }
}
