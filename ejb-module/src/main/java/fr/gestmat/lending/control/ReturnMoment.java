package fr.gestmat.lending.control;

import fr.gestmat.lending.control.ScanSituation.Desk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * When a device counts as come back. A return may be back-dated (L003); a date that cannot be is
 * ignored and said so, it never stops the queue (L004).
 *
 * @param at the moment that counts
 * @param findings what to say of the date that was asked for
 */
record ReturnMoment(Instant at, List<Finding> findings) {

  static ReturnMoment of(Optional<Instant> asked, Instant checkedOutAt, Desk desk) {
    if (asked.isEmpty()) {
      return new ReturnMoment(desk.now(), List.of());
    }
    Instant date = asked.get();
    if (date.isAfter(desk.now())) {
      return new ReturnMoment(
          desk.now(), List.of(Finding.of(ScanReason.RETURN_DATE_IGNORED, desk.day(date))));
    }
    if (date.isBefore(checkedOutAt)) {
      return new ReturnMoment(
          desk.now(), List.of(Finding.of(ScanReason.RETURN_BEFORE_LOAN, desk.day(date))));
    }
    return new ReturnMoment(date, List.of());
  }

  /** How late that is, counted in days of the authority's calendar; empty if it is not. */
  Optional<Finding> daysLate(Optional<LocalDate> dueOn, Desk desk) {
    return dueOn
        .map(due -> ChronoUnit.DAYS.between(due, desk.day(at)))
        .filter(days -> days > 0)
        .map(days -> Finding.of(ScanReason.RETURNED_LATE, days));
  }
}
