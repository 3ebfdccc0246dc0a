package fr.gestmat.web.mealaid.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.control.arrival.SchoolRows.SchoolLine;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.View;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
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

  /** Who a child is, for whom the directory does not know or does not link. */
  static List<Field> child(
      View view,
      List<SchoolLine> among,
      String familyName,
      String givenName,
      String birth,
      String school,
      List<FieldError> errors) {
    List<Field.Choice> schools = new ArrayList<>();
    schools.add(new Field.Choice("", view.text("aidfamily.child.choose")));
    among.forEach(
        one ->
            schools.add(
                new Field.Choice(
                    one.id().toString(),
                    one.town().isEmpty() ? one.name() : one.town() + " – " + one.name())));
    return List.of(
        Field.text("givenName", view.text("aidfamily.child.givenName"))
            .value(givenName)
            .mandatory()
            .errors(errors),
        Field.text("familyName", view.text("aidfamily.child.familyName"))
            .value(familyName)
            .mandatory()
            .errors(errors),
        Field.of("date", "birthDate", view.text("aidfamily.child.birthDate"))
            .value(birth)
            .mandatory()
            .errors(errors),
        Field.select("school", view.text("aidfamily.child.school"), schools)
            .hint(view.text("aidfamily.child.school.hint"))
            .value(school)
            .mandatory()
            .errors(errors));
  }

  /** The draft of a family that kept something from being begun. */
  static Optional<UUID> inTheWay(Answer<?> answer) {
    return answer instanceof Answer.Refused<?> refused
        ? refused.reasons().stream()
            .flatMap(reason -> reason.data().stream())
            .filter(UUID.class::isInstance)
            .map(UUID.class::cast)
            .findFirst()
        : Optional.empty();
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
