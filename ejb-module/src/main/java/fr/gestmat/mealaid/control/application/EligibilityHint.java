package fr.gestmat.mealaid.control.application;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.eligibility.CampaignRule;
import fr.gestmat.mealaid.control.eligibility.Eligibility;
import fr.gestmat.mealaid.control.eligibility.RuleResult;
import fr.gestmat.mealaid.control.eligibility.ToldFacts;
import fr.gestmat.mealaid.control.form.Answers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the answers already say against the aid, told at once (M-D16), by the code that decides.
 * What an officer may go over stops nobody, and neither does an income: a family has a right to a
 * decision on it.
 */
public final class EligibilityHint {

  /** By a rule's reason, the question that it is about and what the screens call it. */
  private static final Map<String, Refusal> HINTS =
      Map.of(
          "NOT_HALF_BOARDER", Refusal.of("boarding", "notHalfBoarder"),
          "TOO_FEW_MEALS", Refusal.of("mealsAWeek", "tooFewMeals"),
          "NOT_RESIDENT", Refusal.of("postalCode", "notResident"));

  private EligibilityHint() {}

  /**
   * Reasons for which sending makes no sense as long as the answers are these.
   *
   * @param rules those that the campaign uses
   * @param answers of one child, to questions that were shown; they need not be right
   */
  public static List<Refusal> of(List<CampaignRule> rules, Answers answers) {
    return Eligibility.refusals(Eligibility.judge(ToldFacts.of(answers), rules)).stream()
        .filter(failed -> !failed.overridable())
        .map(RuleResult.Failed::reason)
        .flatMap(reason -> Optional.ofNullable(HINTS.get(reason)).stream())
        .toList();
  }
}
