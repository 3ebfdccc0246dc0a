package fr.gestmat.mealaid.control.form;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A month as browsers send it, "2026-10", or as French people type it, "10/2026". */
public final class TypedMonth {

  private static final Pattern MONTH =
      Pattern.compile("(?:(20[0-9]{2})-(0[1-9]|1[0-2]))|(?:(0?[1-9]|1[0-2])/(20[0-9]{2}))");

  private TypedMonth() {}

  /** The month, of the years 2000 to 2099; empty if it is none. */
  public static Optional<YearMonth> read(String typed) {
    Matcher month = MONTH.matcher(typed.strip());
    if (!month.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        month.group(1) == null
            ? YearMonth.of(Integer.parseInt(month.group(4)), Integer.parseInt(month.group(3)))
            : YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
  }
}
