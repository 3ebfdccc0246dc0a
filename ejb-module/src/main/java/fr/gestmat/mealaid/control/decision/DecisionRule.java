package fr.gestmat.mealaid.control.decision;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.review.Annotations.Annotation;
import fr.gestmat.mealaid.entity.AidDecision.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands against a decision; every reason at once. */
public final class DecisionRule {

  private DecisionRule() {}

  /**
   * An application as a decision finds it.
   *
   * @param assessed what rules and scale say
   * @param blocks what no decision may go before: sources without an answer, unchecked documents
   * @param annotations what officers have to fill in
   * @param secondLook whether a second look waits for its answer
   * @param knowsTheChild whether anybody but the family says who the child is
   */
  public record Situation(
      Assessed assessed,
      List<Refusal> blocks,
      List<Annotation> annotations,
      boolean secondLook,
      boolean knowsTheChild) {}

  /** Why the decision can't be taken; empty if it can. */
  public static List<Refusal> refusals(Situation situation, DecisionOrder order) {
    List<Refusal> found = new ArrayList<>(situation.blocks());
    if (situation.secondLook()) {
      found.add(Refusal.of("secondLook", "secondLookOpen"));
    }
    if (order.reason().length() > DecisionOrder.LONGEST) {
      found.add(Refusal.of("reason", "tooLong", DecisionOrder.LONGEST));
    }
    if (order.outcome() == Outcome.REFUSED && order.reason().isEmpty()) {
      found.add(Refusal.of("reason", "reasonMissing"));
    }
    if (order.outcome() == Outcome.GRANTED) {
      granting(found, situation);
    }
    return List.copyOf(found);
  }

  private static void granting(List<Refusal> found, Situation situation) {
    // Two strangers may name one child: whoever is recognised is granted the aid, once.
    if (!situation.knowsTheChild()) {
      found.add(Refusal.of("child", "childNotKnown"));
    }
    situation.annotations().forEach(annotation -> found.addAll(annotation.refusals()));
    Assessed assessed = situation.assessed();
    assessed
        .failed()
        .forEach(
            rule ->
                found.add(
                    rule.overridable()
                        ? Refusal.of("motive-" + rule.code(), "motiveMissing", rule.code())
                        : Refusal.of("rules", "ruleRefuses", rule.code())));
    if (assessed.gift().isEmpty() && assessed.failed().isEmpty()) {
      found.add(
          assessed.lacksSecondHousehold()
              ? Refusal.of("motive-" + SecondHousehold.ALONE, "secondHouseholdMissing")
              : Refusal.of("rules", assessed.missing().isEmpty() ? "noScale" : "figuresMissing"));
    }
  }

  /**
   * Whether a decision may take itself, and which: everything is known and proved, the child too,
   * and no rule was gone over.
   */
  public static Optional<Outcome> automatic(Situation situation) {
    Assessed assessed = situation.assessed();
    boolean ready =
        situation.knowsTheChild()
            && assessed.isWhole()
            && assessed.proved()
            && situation.blocks().isEmpty()
            && !situation.secondLook();
    if (!ready) {
      return Optional.empty();
    }
    if (!assessed.failed().isEmpty()) {
      return Optional.of(Outcome.REFUSED);
    }
    return situation.annotations().stream().allMatch(one -> one.refusals().isEmpty())
        ? Optional.of(Outcome.GRANTED)
        : Optional.empty();
  }
}
