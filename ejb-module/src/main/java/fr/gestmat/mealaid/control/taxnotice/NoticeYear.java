package fr.gestmat.mealaid.control.taxnotice;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** Whether tax notices are of the income year that the campaign asks for (M-M01, M-M02). */
public enum NoticeYear {
  /** One of them is. */
  RIGHT,
  /** All are of other years. */
  WRONG,
  /** It cannot be said: a person looks. */
  UNKNOWN;

  /** New notices come in late summer; from this day on, last year's incomes are asked for. */
  private static final MonthDay SWITCH = MonthDay.of(9, 15);

  /**
   * Looks at the years of the notices that were given.
   *
   * @param expected the campaign's income year
   * @param years year of each notice; empty where it cannot be read
   */
  public static NoticeYear of(int expected, List<Optional<Integer>> years) {
    if (years.stream().anyMatch(year -> year.filter(y -> y == expected).isPresent())) {
      return RIGHT;
    }
    return years.isEmpty() || years.stream().anyMatch(Optional::isEmpty) ? UNKNOWN : WRONG;
  }

  /** The income year that notices are usually of on a day: what a new campaign proposes. */
  public static int usual(LocalDate day) {
    return MonthDay.from(day).isBefore(SWITCH) ? day.getYear() - 2 : day.getYear() - 1;
  }
}
