package fr.gestmat.web.mealaid.campaign;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.campaign.CampaignPhase;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import java.time.LocalDate;
import java.util.List;

/** What the campaign pages say of refusals and phases. */
public final class CampaignSentences {

  private CampaignSentences() {}

  /** What is wrong, at its field. */
  static List<FieldError> errors(View view, Answer<?> answer) {
    if (answer instanceof Answer.Refused<?> refused) {
      return refused.reasons().stream()
          .map(reason -> new FieldError(reason.field(), sentence(view, reason)))
          .toList();
    }
    return List.of(new FieldError("version", view.text("aidcampaign.stale")));
  }

  /** What is missing or wrong. */
  public static String sentence(View view, Refusal reason) {
    Object[] data =
        reason.data().stream()
            .map(one -> one instanceof LocalDate day ? view.format().day(day) : one)
            .toArray();
    return view.text("aidcampaign.refusal." + reason.code(), data);
  }

  /** How a phase looks. */
  public static Tone tone(CampaignPhase phase) {
    return switch (phase) {
      case OPEN -> Tone.OK;
      case AHEAD -> Tone.NEUTRAL;
      case PREPARED -> Tone.WARNING;
      case CLOSED -> Tone.WAITING;
    };
  }
}
