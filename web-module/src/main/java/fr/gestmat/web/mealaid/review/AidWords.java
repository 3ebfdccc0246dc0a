package fr.gestmat.web.mealaid.review;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.appeal.AppealRows.State;
import fr.gestmat.mealaid.control.decision.Assessed;
import fr.gestmat.mealaid.control.decision.Assessed.Gift;
import fr.gestmat.mealaid.control.decision.Assessed.RuleLine;
import fr.gestmat.mealaid.control.decision.Assessed.Verdict;
import fr.gestmat.mealaid.control.decision.RefusalWords;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.form.FormFigures;
import fr.gestmat.mealaid.control.review.ApplicationFile;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.source.EstablishedFigure;
import fr.gestmat.mealaid.control.source.HouseholdFigure;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.mealaid.entity.AidDecision.Outcome;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** The name of a figure that a scale asks for. */
  public static String figure(View view, Missing figure) {
    return switch (figure) {
      case FAMILY_QUOTIENT -> view.text("review.familyQuotient");
      case TAX_INCOME -> view.text("review.taxIncome");
      case TAX_SHARES -> view.text("review.taxShares");
      case CHILDREN -> view.text("review.children");
      case CHILD_RANK -> view.text("review.answer.childRank");
      case WELFARE -> view.text("review.answer.welfare");
      case SCHOLARSHIP -> view.text("review.answer.scholarship");
    };
  }

  /** Its value. */
  public static String figure(View view, Missing figure, BigDecimal value) {
    return switch (figure) {
      case FAMILY_QUOTIENT, TAX_INCOME -> view.format().amount(value);
      case TAX_SHARES, CHILDREN, CHILD_RANK, WELFARE, SCHOLARSHIP ->
          value.stripTrailingZeros().toPlainString().replace('.', ',');
    };
  }

  /** A figure that the authority established: its value, and the month that it is for. */
  public static String figure(View view, EstablishedFigure one) {
    String value = figure(view, one.of().figure(), one.value());
    return one.month()
        .map(month -> view.text("review.own.of", value, view.format().month(month)))
        .orElse(value);
  }

  /** The name of a figure, and of its household where it is the second. */
  public static String figure(View view, HouseholdFigure of) {
    String name = figure(view, of.figure());
    return of.second() ? view.text("review.own.second", name) : name;
  }

  /** What the parent of its household said of a figure; empty if nothing. */
  public static Optional<String> told(View view, ApplicationFile file, HouseholdFigure of) {
    return (of.second() ? second(file) : Optional.of(applicant(file.application())))
        .flatMap(of::in)
        .map(value -> figure(view, of.figure(), value));
  }

  private static Household applicant(AidApplication application) {
    return HouseholdInputs.of(application.figures(), AnswersJson.read(application.submitted()));
  }

  private static Optional<Household> second(ApplicationFile file) {
    return file.ownParts().stream()
        .flatMap(part -> part.answers().stream())
        .map(AnswersJson::read)
        .map(said -> HouseholdInputs.of(FormFigures.of(said), said))
        .findFirst();
  }

  /** How two households counted for a decision; empty if the child lives in one. */
  public static Optional<String> custody(View view, AidDecision decision) {
    return HouseholdInputs.custody(decision.inputs())
        .map(
            shared ->
                view.text("review.shares." + (shared.counts() ? shared.rule().name() : "alone")));
  }

  /** What an officer gave a motive for, each with it; no family reads it. */
  public static List<String> motives(View view, AidDecision decision) {
    List<String> all = new ArrayList<>();
    HouseholdInputs.custody(decision.inputs())
        .filter(shared -> !shared.alone().isBlank())
        .ifPresent(shared -> all.add(view.text("review.shares.because", shared.alone())));
    try (JsonReader reader = Json.createReader(new StringReader(decision.inputs()))) {
      JsonObject inputs = reader.readObject();
      if (inputs.containsKey("waived")) {
        for (JsonObject one : inputs.getJsonArray("waived").getValuesAs(JsonObject.class)) {
          all.add(
              view.text(
                  "review.waived", rule(view, one.getString("rule")), one.getString("motive")));
        }
      }
    }
    return all;
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
