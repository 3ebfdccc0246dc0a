package fr.gestmat.lending.control.reminder;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.entity.LoanState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When the last day of a loan may be changed (L097): only while the pupil has the device. */
public final class DueDateRule {

  private static final int MOST_YEARS = 10;

  private DueDateRule() {}

  /** Why not, all reasons at once. */
  public static List<Refusal> refusals(
      LoanState state, Optional<LocalDate> dueOn, LocalDate today) {
    List<Refusal> reasons = new ArrayList<>();
    if (state != LoanState.OPEN) {
      reasons.add(Refusal.of("dueOn", "dueDate." + state));
    }
    if (dueOn.filter(day -> day.isBefore(today)).isPresent()) {
      reasons.add(Refusal.of("dueOn", "dueDate.past"));
    }
    if (dueOn.filter(day -> day.isAfter(today.plusYears(MOST_YEARS))).isPresent()) {
      reasons.add(Refusal.of("dueOn", "dueDate.far"));
    }
    return reasons;
  }
}
