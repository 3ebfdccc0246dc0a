package fr.gestmat.mealaid.control.retention;

import java.time.LocalDate;

/** When something ends, on the calendar of the authority. */
public final class RetentionRule {

  private RetentionRule() {}

  /** Campaigns that closed before this day lose their drafts. */
  public static LocalDate draftsBefore(RetentionPeriods periods, LocalDate today) {
    return today.minusMonths(periods.draftMonths());
  }

  /** Decided applications that nobody changed since before this day lose their documents. */
  public static LocalDate documentsBefore(RetentionPeriods periods, LocalDate today) {
    return today.minusMonths(periods.documentMonths());
  }

  /** Families of campaigns that closed on this day or before are told of the end. */
  public static LocalDate toldUntil(RetentionPeriods periods, LocalDate today) {
    return today.plusDays(periods.noticeDays()).minusYears(periods.applicationYears());
  }

  /**
   * The day from which an application is forgotten: when its years are over, and never sooner after
   * the notice than the notice promises.
   *
   * @param closedOn last day of its campaign
   */
  public static LocalDate endsOn(RetentionPeriods periods, LocalDate closedOn, LocalDate today) {
    LocalDate over = closedOn.plusYears(periods.applicationYears());
    LocalDate promised = today.plusDays(periods.noticeDays());
    return over.isAfter(promised) ? over : promised;
  }

  /**
   * The day a month later, also for one that is over and not yet carried out (M-I13).
   *
   * @param endsOn the day that was told
   */
  public static LocalDate extended(LocalDate endsOn, LocalDate today) {
    return (endsOn.isAfter(today) ? endsOn : today).plusMonths(1);
  }
}
