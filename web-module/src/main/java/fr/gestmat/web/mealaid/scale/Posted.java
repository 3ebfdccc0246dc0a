package fr.gestmat.web.mealaid.scale;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a form sent, read without trust.
 *
 * @param values the fields as they came
 */
record Posted(MultivaluedMap<String, String> values) {

  private static final int LONGEST = 200;
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,8}(\\.\\d{1,2})?");

  /** The text of a field, trimmed and cut at 200 characters; empty if it did not come. */
  String text(String name) {
    @Nullable String value = values.getFirst(name);
    return value == null
        ? ""
        : value.strip().substring(0, Math.min(value.strip().length(), LONGEST));
  }

  /** All values of a field. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether a box was ticked. */
  boolean yes(String name) {
    return text(name).equals("true");
  }

  /** A yes, a no, or nothing. */
  Optional<Boolean> answer(String name) {
    return switch (text(name)) {
      case "oui" -> Optional.of(true);
      case "non" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** A whole number between two bounds; absent if it is none. */
  Optional<Integer> number(String name, int least, int most) {
    try {
      int value = Integer.parseInt(text(name));
      return value >= least && value <= most ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** An amount of at most 99,999,999.99 as French people type it: "1 234,50 €". */
  Optional<BigDecimal> amount(String name) {
    String plain = text(name).replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.');
    return AMOUNT.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }

  /** A day as browsers send it. */
  Optional<LocalDate> day(String name) {
    try {
      return text(name).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(name)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** One of an enumeration's names. */
  <E extends Enum<E>> Optional<E> one(String name, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text(name))) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
