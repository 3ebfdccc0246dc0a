package fr.gestmat.web.mealaid.campaign;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What was typed in a form.
 *
 * @param typed all fields
 */
record Entry(MultivaluedMap<String, String> typed) {

  String text(String name) {
    String value = typed.getFirst(name);
    return value == null ? "" : value.strip();
  }

  boolean ticked(String name) {
    return text(name).equals("true");
  }

  List<String> all(String name) {
    return typed.getOrDefault(name, List.of());
  }

  Optional<Integer> number(String name) {
    return text(name).matches("\\d{1,5}")
        ? Optional.of(Integer.valueOf(text(name)))
        : Optional.empty();
  }

  Optional<LocalDate> day(String name) {
    try {
      return text(name).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(name)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
