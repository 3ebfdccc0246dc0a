package fr.gestmat.web.mealaid.review;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Says answers of use cases in sentences. */
@RequestScoped
public class Said {

  @Inject private View view;

  /** What keeps something from being done, by field; empty if it was done. */
  List<FieldError> errors(Answer<?> answer) {
    if (answer instanceof Answer.Stale<?> stale) {
      return List.of(
          new FieldError(
              "state",
              view.text(
                  "review.stale",
                  stale.by().orElse(view.text("review.somebody")),
                  stale.at().map(view.format()::time).orElse(""))));
    }
    return answer instanceof Answer.Refused<?> refused
        ? refused.reasons().stream().map(this::error).toList()
        : List.of();
  }

  /** A refusal as the error of its field. */
  FieldError error(Refusal reason) {
    return new FieldError(reason.field(), sentence(reason));
  }

  /** A refusal in a sentence. */
  String sentence(Refusal reason) {
    String key = "review.refused." + reason.code();
    Object[] data = reason.data().stream().map(this::word).toArray();
    return view.knows(key) ? view.text(key, data) : view.text("review.refused.other");
  }

  /** A code of a rule is said by its name. */
  private Object word(Object data) {
    return data instanceof String code && view.knows("review.rule." + code)
        ? view.text("review.rule." + code)
        : data;
  }

  /** How a state sounds. */
  public static Tone tone(ApplicationState state) {
    return switch (state) {
      case SUBMITTED, TO_COMPLETE -> Tone.WARNING;
      case IN_REVIEW -> Tone.NEUTRAL;
      case GRANTED -> Tone.OK;
      case REFUSED -> Tone.REFUSED;
      case DRAFT, CLOSED, WITHDRAWN, ARCHIVED -> Tone.WAITING;
    };
  }
}
