package fr.gestmat.mealaid.control.source;

import java.time.YearMonth;
import java.util.Optional;

/**
 * The month that a family quotient may be asked for: this one, or one of the 24 before, which only
 * the CAF keeps. The members of the family are those of today whatever the month.
 */
public final class QuotientMonth {

  /** How many months back the CAF answers. */
  public static final int KEPT = 24;

  private QuotientMonth() {}

  /** Why a month cannot be asked for. */
  public enum Wrong {
    /** No year of four digits. */
    YEAR,
    /** No month from 1 to 12. */
    MONTH,
    /** Not begun yet. */
    FUTURE,
    /** Older than what is kept. */
    TOO_OLD
  }

  /**
   * What is wrong with a month as it was typed; empty if it may be asked for.
   *
   * @param year as typed
   * @param month as typed
   * @param now the running month in the authority's time zone
   */
  public static Optional<Wrong> check(String year, String month, YearMonth now) {
    if (!year.matches("[0-9]{4}")) {
      return Optional.of(Wrong.YEAR);
    }
    if (!month.matches("0?[1-9]|1[0-2]")) {
      return Optional.of(Wrong.MONTH);
    }
    return check(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)), now);
  }

  /** What is wrong with a month; empty if it may be asked for. */
  public static Optional<Wrong> check(YearMonth month, YearMonth now) {
    if (month.isAfter(now)) {
      return Optional.of(Wrong.FUTURE);
    }
    return month.isBefore(now.minusMonths(KEPT)) ? Optional.of(Wrong.TOO_OLD) : Optional.empty();
  }
}
