package fr.gestmat.web.mealaid.review;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.appeal.AppealRows.State;
import fr.gestmat.mealaid.control.decision.Assessed;
import fr.gestmat.mealaid.control.decision.Assessed.Gift;
import fr.gestmat.mealaid.control.decision.Assessed.RuleLine;
import fr.gestmat.mealaid.control.decision.Assessed.Verdict;
import fr.gestmat.mealaid.control.decision.RefusalWords;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.review.ApplicationFile;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.source.EstablishedFigure;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.mealaid.entity.AidDecision.Outcome;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words and tones of what rules, decisions and schools say. */
public final class AidWords {

  private AidWords() {}

  /** What the scale gives. */
  public static String gift(View view, Gift gift) {
    return given(view, gift.unit(), gift.value());
  }

  /** What a decision gives; empty if nothing. */
  public static String given(View view, AidDecision decision) {
    @Nullable BigDecimal value = decision.rate() != null ? decision.rate() : decision.amount();
    @Nullable AmountUnit unit = decision.unit();
    return unit == null || value == null ? "" : given(view, unit, value);
  }

  private static String given(View view, AmountUnit unit, BigDecimal value) {
    return view.text(
        "review.unit." + unit,
        unit == AmountUnit.RATE
            ? value.stripTrailingZeros().toPlainString().replace('.', ',')
            : view.format().amount(value));
  }

  /** The name of a rule. */
  public static String rule(View view, String code) {
    String key = "review.rule." + code;
    return view.knows(key) ? view.text(key) : code;
  }

  /** A refusal in a sentence. */
  public static String refusal(View view, Refusal reason) {
    String key = "review.refused." + reason.code();
    return view.text(view.knows(key) ? key : "review.refused.other", reason.data().toArray());
  }

  /** How a rule sounds. */
  public static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> Tone.OK;
      case FAILED -> Tone.REFUSED;
      case WAIVED -> Tone.WARNING;
      case UNKNOWN -> Tone.WAITING;
    };
  }

  /** How a decision sounds. */
  public static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case GRANTED -> Tone.OK;
      case REFUSED -> Tone.REFUSED;
      case CLOSED -> Tone.WAITING;
    };
  }

  /** How an appeal sounds. */
  public static Tone tone(State state) {
    return switch (state) {
      case OPEN -> Tone.WARNING;
      case UPHELD -> Tone.OK;
      case REJECTED -> Tone.REFUSED;
      case INADMISSIBLE -> Tone.WAITING;
    };
  }

  /** The codes of the rules that refuse, for the form that decides. */
  public static String codes(Assessed assessed) {
    return assessed.failed().stream().map(RuleLine::code).collect(Collectors.joining(","));
  }

  /** The reason that the rules propose; the officer may write another. */
  public static String proposed(ApplicationFile file) {
    return RefusalWords.in(file.application().language()).reason(file.assessed().failed());
  }

  /** How a child eats at school. */
  public static String boarding(View view, @Nullable String boarding) {
    return boarding == null || !view.knows("visa.boarding." + boarding)
        ? view.text("review.unknown")
        : view.text("visa.boarding." + boarding);
  }

  /** A small number. */
  public static String number(View view, @Nullable Integer number) {
    return number == null ? view.text("review.unknown") : number.toString();
  }
}
