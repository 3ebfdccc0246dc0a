package fr.gestmat.web.identity;

import fr.gestmat.identity.boundary.PasswordRefusal;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.View;
import java.util.List;
import java.util.Set;

/**
 * The fields by which a new password is chosen.
 *
 * @param chosen the new password
 * @param repeated the same again
 */
public record PasswordFields(Field chosen, Field repeated) {

  // The names say what the fields hold: PostedForm never shows such a one again.
  static final String PRESENT = "presentPassword";
  static final String CHOSEN = "newPassword";
  static final String REPEATED = "repeatedPassword";

  static PasswordFields of(View view, List<FieldError> errors) {
    return new PasswordFields(
        Field.of("password", CHOSEN, view.text("identity.password.chosen"))
            .hint(view.text("identity.password.chosen.hint"))
            .mandatory()
            .autocomplete("new-password")
            .errors(errors),
        Field.of("password", REPEATED, view.text("identity.password.repeated"))
            .mandatory()
            .autocomplete("new-password")
            .errors(errors));
  }

  static List<FieldError> sentences(View view, Set<PasswordRefusal> refusals) {
    return refusals.stream()
        .sorted()
        .map(
            refusal ->
                new FieldError(
                    field(refusal), view.text("identity.password.refusal." + refusal.name())))
        .toList();
  }

  private static String field(PasswordRefusal refusal) {
    return switch (refusal) {
      case WRONG_PRESENT_PASSWORD -> PRESENT;
      case NOT_REPEATED -> REPEATED;
      case TOO_SHORT, TOO_LONG, TOO_SIMPLE, GUESSABLE -> CHOSEN;
    };
  }
}
