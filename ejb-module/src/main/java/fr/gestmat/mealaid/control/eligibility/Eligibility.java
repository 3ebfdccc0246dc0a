package fr.gestmat.mealaid.control.eligibility;

import java.util.List;
import java.util.Map;

/** Judges a child by the rules of a campaign. */
public final class Eligibility {

  private Eligibility() {}

  /** Every rule's result, in the order in which they are told. */
  public static List<RuleResult> judge(Facts facts, List<CampaignRule> rules) {
    return judge(facts, rules, Map.of());
  }

  /**
   * Every rule's result, in the order in which they are told.
   *
   * @param motives why an officer goes over a rule; counts only where the rule refuses and may be
   *     gone over
   */
  public static List<RuleResult> judge(
      Facts facts, List<CampaignRule> rules, Map<RuleCode, String> motives) {
    return CampaignRule.inOrder(rules).stream().map(rule -> judge(facts, rule, motives)).toList();
  }

  /** Whether nothing stands against the aid. */
  public static boolean isFulfilled(List<RuleResult> results) {
    return results.stream().allMatch(RuleResult::isFulfilled);
  }

  /** The rules that refuse. */
  public static List<RuleResult.Failed> refusals(List<RuleResult> results) {
    return results.stream()
        .filter(RuleResult.Failed.class::isInstance)
        .map(RuleResult.Failed.class::cast)
        .toList();
  }

  private static RuleResult judge(Facts facts, CampaignRule rule, Map<RuleCode, String> motives) {
    RuleCode code = rule.rule().code();
    Rule.Verdict verdict = rule.rule().judge(facts);
    if (verdict instanceof Rule.Verdict.Open open) {
      return new RuleResult.Undetermined(code, open.missing());
    }
    if (verdict instanceof Rule.Verdict.Broken broken) {
      String motive = motives.getOrDefault(code, "");
      return rule.overridable() && !motive.isBlank()
          ? new RuleResult.Waived(code, broken.reason(), motive)
          : new RuleResult.Failed(code, broken.reason(), broken.data(), rule.overridable());
    }
    return new RuleResult.Passed(code);
  }
}
