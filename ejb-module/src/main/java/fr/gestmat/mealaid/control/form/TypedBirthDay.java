package fr.gestmat.mealaid.control.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A birth date as people write it: "12/03/1984", "12.3.1984", "12 03 1984"; also "03/1984" or
 * "1984", as some civil registers do not tell the day or the month.
 *
 * @param year 1900 to 2099
 * @param month 1 to 12, if it is known
 * @param day 1 to 31, if it is known; never without the month
 */
public record TypedBirthDay(int year, Optional<Integer> month, Optional<Integer> day) {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:(?:(?<day>[0-9]{1,2})[\\s./-]+)?(?<month>[0-9]{1,2})[\\s./-]+)?(?<year>(19|20)[0-9]{2})");
  private static final Pattern ISO =
      Pattern.compile("(?<year>(19|20)[0-9]{2})-(?<month>[0-9]{2})-(?<day>[0-9]{2})");

  /** The date; empty if it is none. */
  public static Optional<TypedBirthDay> read(String typed) {
    Matcher matcher = ISO.matcher(typed.strip());
    if (!matcher.matches()) {
      matcher = WRITTEN.matcher(typed.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
    }
    int year = Integer.parseInt(matcher.group("year"));
    Optional<Integer> month = number(matcher.group("month"));
    Optional<Integer> day = number(matcher.group("day"));
    try {
      LocalDate.of(year, month.orElse(1), day.orElse(1));
      return Optional.of(new TypedBirthDay(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(@Nullable String digits) {
    return Optional.ofNullable(digits).map(Integer::valueOf);
  }
}
