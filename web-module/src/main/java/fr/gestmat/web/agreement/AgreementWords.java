package fr.gestmat.web.agreement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.agreement.AgreementBook.Signature;
import fr.gestmat.lending.control.agreement.SigningRule.Facts;
import fr.gestmat.lending.control.agreement.SigningRule.Standing;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.TimelineEntry;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import java.util.List;

/** How agreements are said: their standing, refusals, and what happened. */
public final class AgreementWords {

  private AgreementWords() {}

  /** The meaning of a standing. */
  public static Tone tone(Standing standing) {
    return switch (standing) {
      case SIGNED -> Tone.OK;
      case AWAITED -> Tone.WARNING;
      case DECLINED -> Tone.REFUSED;
      case CLOSED, EXPIRED, CANCELLED -> Tone.WAITING;
    };
  }

  /** Where an agreement stands, and whose signature is awaited. */
  public static String label(View view, Standing standing, Facts facts) {
    if (standing != Standing.AWAITED) {
      return view.text("agreement.standing." + standing);
    }
    boolean guardian = facts.minor() && !facts.guardianSigned();
    String who = facts.pupilSigned() ? "GUARDIAN" : guardian ? "BOTH" : "PUPIL";
    return view.text("agreement.awaited." + who);
  }

  /** Refusals as errors of their fields. */
  public static List<FieldError> errors(View view, List<Refusal> reasons) {
    return reasons.stream()
        .map(
            r ->
                new FieldError(
                    r.field(), view.text("agreement.refused." + r.code(), r.data().toArray())))
        .toList();
  }

  /** Why a use case did nothing. */
  public static <T> List<FieldError> errors(View view, Answer<T> answer, String firstField) {
    if (answer instanceof Answer.Refused<T> refused) {
      return errors(view, refused.reasons());
    }
    return answer instanceof Answer.Stale<T> stale
        ? List.of(
            new FieldError(
                firstField,
                stale.by().isPresent() && stale.at().isPresent()
                    ? view.text(
                        "stock.stale.by", stale.by().get(), view.format().moment(stale.at().get()))
                    : view.text("stock.stale")))
        : List.of();
  }

  /** Who signed or declined, as a history. */
  public static List<TimelineEntry> history(View view, List<Signature> signatures) {
    return signatures.stream()
        .map(
            s ->
                new TimelineEntry(
                    s.at(),
                    s.signed() ? Tone.OK : Tone.REFUSED,
                    said(view, s),
                    s.reason()
                        .map(reason -> view.text("agreement.declined.why", reason))
                        .orElse(view.text("agreement.way." + s.way(), s.recordedBy()))))
        .toList();
  }

  /** What a signature says, e.g. "Signée par Ada Essai, élève". */
  public static String said(View view, Signature signature) {
    String what = !signature.signed() ? "declined" : "signed." + signature.purpose();
    return view.text(
        "agreement." + what, signature.signer(), view.text("agreement.party." + signature.party()));
  }
}
