package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.control.transfer.SlipAnswer;
import fr.gestmat.lending.control.transfer.SlipBook.Fate;
import fr.gestmat.lending.control.transfer.SlipState;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import java.util.List;

/** The sentences and tones of transfers. */
public final class TransferTexts {

  private TransferTexts() {}

  /** Why a use case did nothing. */
  static List<FieldError> errors(View view, Answer<?> answer) {
    return answer instanceof Answer.Refused<?> refused
        ? refused.reasons().stream()
            .map(
                r ->
                    new FieldError(
                        r.field(), view.text("transfer.refused." + r.code(), r.data().toArray())))
            .toList()
        : List.of();
  }

  /** The sentence of an answer. */
  public static String sentence(View view, SlipAnswer answer) {
    return view.text(
        "transfer.answer." + answer.finding(), answer.tag().orElse(answer.code()), answer.about());
  }

  /** How a state sounds. */
  public static Tone tone(SlipState state) {
    return switch (state) {
      case PREPARED -> Tone.NEUTRAL;
      case SENT -> Tone.WAITING;
      case RECEIVED -> Tone.OK;
      case CANCELLED -> Tone.WARNING;
    };
  }

  /** How what became of a device sounds. */
  public static Tone tone(Fate fate) {
    return switch (fate) {
      case LISTED -> Tone.NEUTRAL;
      case TRAVELLING -> Tone.WAITING;
      case ARRIVED -> Tone.OK;
      case SKIPPED, CANCELLED -> Tone.WARNING;
      case LOST -> Tone.REFUSED;
    };
  }
}
