package fr.gestmat.web.mealaid.application;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.AskedDocuments.Asked;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import java.util.List;
import java.util.stream.Collectors;

/** What the family's pages say of states and refusals. */
public final class AidSentences {

  private AidSentences() {}

  /** The reasons of an answer that was refused, all at the same field. */
  static List<FieldError> errors(View view, Answer<?> answer, String field) {
    if (answer instanceof Answer.Refused<?> refused) {
      return refused.reasons().stream()
          .map(reason -> new FieldError(field, sentence(view, reason)))
          .toList();
    }
    return List.of(new FieldError(field, view.text("aid.stale")));
  }

  /** Why something can't be done. */
  public static String sentence(View view, Refusal reason) {
    return view.text("aid.refusal." + reason.code(), reason.data().toArray());
  }

  /** The names of documents, one after the other. */
  public static String documents(View view, List<Asked> asked) {
    return asked.stream()
        .map(one -> view.text("aid.document." + one.kind()))
        .collect(Collectors.joining(", "));
  }

  /** How a state looks. */
  public static Tone tone(ApplicationState state) {
    return switch (state) {
      case GRANTED -> Tone.OK;
      case DRAFT, TO_COMPLETE -> Tone.WARNING;
      case REFUSED, CLOSED -> Tone.REFUSED;
      default -> Tone.WAITING;
    };
  }

  /** What a state is called for families. */
  public static String label(View view, ApplicationState state) {
    return view.text("aid.state." + state);
  }
}
