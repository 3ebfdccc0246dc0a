package fr.gestmat.web.mealaid.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.View;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What these pages read and refuse. */
final class FamilyFields {

  private FamilyFields() {}

  static Optional<UUID> id(String typed) {
    try {
      return typed.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<LocalDate> day(String typed) {
    try {
      return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static List<FieldError> errors(View view, Answer<?> answer, String otherwise) {
    if (answer instanceof Answer.Refused<?> refused) {
      return refused.reasons().stream()
          .map(
              reason ->
                  new FieldError(
                      reason.field(),
                      view.text("aidfamily.refusal." + reason.code(), reason.data().toArray())))
          .toList();
    }
    return List.of(new FieldError(otherwise, view.text("aid.stale")));
  }
}
