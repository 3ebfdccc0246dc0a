package fr.gestmat.lending.control.reminder;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The values of sentences about a loan. */
public final class LoanFacts {

  /** Name of the fact that says which due date a reminder speaks of. */
  static final String DUE = "dueOn";

  private LoanFacts() {}

  /** A device and the day until which it is lent. */
  static Map<String, String> due(String model, String tag, LocalDate dueOn) {
    return Map.of("device", model, "tag", tag, "due", day(dueOn), DUE, dueOn.toString());
  }

  /** "lundi 23 novembre 2026". */
  public static String day(LocalDate date) {
    String pattern = date.getDayOfMonth() == 1 ? "EEEE '1er' MMMM uuuu" : "EEEE d MMMM uuuu";
    return DateTimeFormatter.ofPattern(pattern, Locale.FRANCE).format(date);
  }
}
