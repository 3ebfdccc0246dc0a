package fr.gestmat.lending.control.reminder;

import fr.gestmat.notice.entity.NoticeKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which reminder an open loan has reached (L099). Only the latest counts: after days without a
 * server nobody gets three mails at once.
 */
final class ReminderPlan {

  private ReminderPlan() {}

  /**
   * A reminder.
   *
   * @param name stable within one due date: each is told once
   * @param kind what it says
   */
  record Step(String name, NoticeKind kind) {}

  /**
   * The step that a loan has reached.
   *
   * @param dueOn last day to bring it back
   * @param today the authority's day
   * @return empty before the first step
   */
  static Optional<Step> reached(LocalDate dueOn, LocalDate today, ReminderSettings settings) {
    long left = ChronoUnit.DAYS.between(today, dueOn);
    if (left > 0) {
      return settings.beforeDays().stream()
          .filter(days -> left <= days)
          .reduce((earlier, later) -> later)
          .map(days -> new Step("BEFORE-" + days, NoticeKind.DUE_SOON));
    }
    if (left == 0) {
      return settings.onDay()
          ? Optional.of(new Step("DAY", NoticeKind.DUE_TODAY))
          : Optional.empty();
    }
    long number = Math.min(-left / settings.everyDays(), settings.mostLate());
    return number == 0
        ? Optional.empty()
        : Optional.of(new Step("LATE-" + number, NoticeKind.OVERDUE));
  }
}
