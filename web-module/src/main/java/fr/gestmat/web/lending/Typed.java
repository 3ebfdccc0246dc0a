package fr.gestmat.web.lending;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a form or an address, read without trust: what can't be read is absent.
 *
 * @param values the fields as they came
 */
record Typed(MultivaluedMap<String, String> values) {

  private static final int LONGEST = 4_000;
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
  private static final DateTimeFormatter FRENCH_DAY =
      DateTimeFormatter.ofPattern("d/M/uuuu", Locale.FRANCE)
          .withResolverStyle(ResolverStyle.STRICT);

  /** The text of a field, trimmed and cut at 4,000 characters; empty if it did not come. */
  String text(String name) {
    @Nullable String value = values.getFirst(name);
    return value == null
        ? ""
        : value.strip().substring(0, Math.min(value.strip().length(), LONGEST));
  }

  /** The text of a field as it was typed. */
  String raw(String name) {
    @Nullable String value = values.getFirst(name);
    return value == null ? "" : value;
  }

  /** The text of a field that may be left empty. */
  Optional<String> maybe(String name) {
    return Optional.of(text(name)).filter(t -> !t.isEmpty());
  }

  /** All values of a field. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether a box was ticked. */
  boolean yes(String name) {
    return text(name).equals("true");
  }

  /** A number, or another one if it can't be read. */
  long number(String name, long otherwise) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** A public id. */
  Optional<UUID> id(String name) {
    try {
      return maybe(name).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The public ids among the values of a field. */
  List<UUID> ids(String name) {
    List<UUID> all = new ArrayList<>();
    for (String value : all(name)) {
      try {
        all.add(UUID.fromString(value));
      } catch (IllegalArgumentException e) {
        // Not one of ours: as if it had not come.
      }
    }
    return all;
  }

  /** A day as browsers send it, or as French people type it. */
  Optional<LocalDate> day(String name) {
    return maybe(name).flatMap(Typed::readDay);
  }

  /** An amount as French people type it: "1 234,50", with or without the sign of the euro. */
  Optional<BigDecimal> amount(String name) {
    return maybe(name)
        .map(text -> text.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.'))
        .filter(text -> AMOUNT.matcher(text).matches())
        .map(BigDecimal::new);
  }

  private static Optional<LocalDate> readDay(String text) {
    try {
      return Optional.of(
          text.indexOf('/') > 0 ? LocalDate.parse(text, FRENCH_DAY) : LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** One of an enumeration's names. */
  <E extends Enum<E>> Optional<E> one(String name, Class<E> type) {
    return one(type, text(name));
  }

  /** The constant of this name. */
  static <E extends Enum<E>> Optional<E> one(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
