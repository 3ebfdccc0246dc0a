package fr.gestmat.lending.control.policy;

import java.time.LocalDate;
import java.time.Month;

/**
 * A school year, which changes on 1 August: prices and policies count by it.
 *
 * @param begins the year in which it begins
 */
public record SchoolYear(int begins) {

  /** The school year of a day. */
  public static SchoolYear of(LocalDate day) {
    return new SchoolYear(
        day.getMonthValue() >= Month.AUGUST.getValue() ? day.getYear() : day.getYear() - 1);
  }

  /** Its first day. */
  public LocalDate firstDay() {
    return LocalDate.of(begins, Month.AUGUST, 1);
  }

  /** Its last day. */
  public LocalDate lastDay() {
    return LocalDate.of(begins + 1, Month.JULY, 31);
  }

  /** "2026-2027". */
  @Override
  public String toString() {
    return begins + "-" + (begins + 1);
  }
}
