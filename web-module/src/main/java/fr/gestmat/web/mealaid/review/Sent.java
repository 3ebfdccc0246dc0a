package fr.gestmat.web.mealaid.review;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a form or an address sent, read without trust: what can't be read is absent.
 *
 * @param values the fields as they came
 */
record Sent(MultivaluedMap<String, String> values) {

  private static final int LONGEST = 9_000;
  private static final DateTimeFormatter FRENCH_DAY =
      DateTimeFormatter.ofPattern("d/M/uuuu", Locale.FRANCE)
          .withResolverStyle(ResolverStyle.STRICT);

  /** The text of a field, trimmed; empty if it did not come. */
  String text(String name) {
    @Nullable String value = values.getFirst(name);
    if (value == null) {
      return "";
    }
    String stripped = value.strip();
    return stripped.substring(0, Math.min(stripped.length(), LONGEST));
  }

  /** The text of a field that may be left empty. */
  Optional<String> maybe(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  /** Whether a box was ticked. */
  boolean yes(String name) {
    return text(name).equals("true");
  }

  /** A small number; -1 if it can't be read, which no version is. */
  int number(String name) {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** A small number that may be left empty. */
  Optional<Integer> maybeNumber(String name) {
    return maybe(name).map(text -> number(name)).filter(number -> number >= 0);
  }

  /** A public id. */
  Optional<UUID> id(String name) {
    return id(Optional.of(text(name)));
  }

  /** The public ids among the values of a field. */
  List<UUID> ids(String name) {
    List<UUID> all = new ArrayList<>();
    for (String value : values.getOrDefault(name, List.of())) {
      id(Optional.of(value)).ifPresent(all::add);
    }
    return all;
  }

  /** The id that a form was made with; one that fits nothing if it brings none. */
  UUID form() {
    return id("form").orElseGet(UUID::randomUUID);
  }

  /** A day as browsers send it, or as French people type it. */
  Optional<LocalDate> day(String name) {
    return maybe(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(
                    text.indexOf('/') > 0
                        ? LocalDate.parse(text, FRENCH_DAY)
                        : LocalDate.parse(text));
              } catch (DateTimeParseException e) {
                return Optional.empty();
              }
            });
  }

  /** One of an enumeration's names. */
  <E extends Enum<E>> Optional<E> one(String name, Class<E> type) {
    String text = text(name);
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(text)).findFirst();
  }

  /** The fields whose names begin so, by the rest of their names. */
  Map<String, String> startingWith(String prefix) {
    Map<String, String> all = new HashMap<>();
    values
        .keySet()
        .forEach(
            name -> {
              if (name.startsWith(prefix)) {
                all.put(name.substring(prefix.length()), text(name));
              }
            });
    return all;
  }

  private static Optional<UUID> id(Optional<String> text) {
    try {
      return text.filter(one -> !one.isEmpty()).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
