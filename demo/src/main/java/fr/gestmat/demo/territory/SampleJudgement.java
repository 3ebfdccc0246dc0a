package fr.gestmat.demo.territory;

import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.mealaid.control.decision.Assessed.Gift;
import fr.gestmat.mealaid.control.decision.Assessed.RuleLine;
import fr.gestmat.mealaid.control.decision.Assessed.Verdict;
import fr.gestmat.mealaid.control.decision.DecisionTerms;
import fr.gestmat.mealaid.control.decision.RefusalWords;
import fr.gestmat.mealaid.control.eligibility.Facts;
import fr.gestmat.mealaid.control.eligibility.Rule;
import fr.gestmat.mealaid.control.scale.Assessment;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.entity.AidDecision.Outcome;
import fr.gestmat.mealaid.entity.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a campaign's rules and scale say of an application: the product's own rules, asked as its
 * decisions ask them.
 *
 * @param failed the rules that refuse
 * @param said what the scale says
 * @param household what it was asked about
 */
record SampleJudgement(
    SampleCampaign campaign,
    Figures figures,
    List<RuleLine> failed,
    Assessment said,
    Household household) {

  /** Judges. */
  static SampleJudgement of(SampleCampaign campaign, Figures figures, boolean health) {
    Household household =
        new Household(
            Optional.ofNullable(figures.familyQuotient()),
            Optional.ofNullable(figures.referenceTaxIncome()),
            Optional.ofNullable(figures.taxShares()),
            Optional.ofNullable(figures.dependentChildren()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    Facts facts =
        Facts.unknown()
            .eating(
                Optional.ofNullable(figures.boardingStatus()).map(BoardingStatus::valueOf),
                Optional.ofNullable(figures.mealsAWeek()),
                health)
            .living(Optional.ofNullable(figures.residencePostalCode()), Optional.of(true));
    Assessment said = campaign.scale().assess(household);
    List<RuleLine> failed = new ArrayList<>();
    List<Rule> rules = new ArrayList<>(SampleCampaign.RULES);
    rules.add(new Rule.Income());
    for (Rule rule : rules) {
      if (rule.judge(facts.assessed(said)) instanceof Rule.Verdict.Broken broken) {
        failed.add(
            new RuleLine(
                rule.code().name(), Verdict.FAILED, broken.reason(), broken.data(), false));
      }
    }
    return new SampleJudgement(campaign, figures, List.copyOf(failed), said, household);
  }

  /** Whether nothing can be decided yet: no rule refuses, and the scale can't tell. */
  boolean isOpen() {
    return failed.isEmpty() && !(said instanceof Assessment.Matched);
  }

  /**
   * The aid, as the scale gives it.
   *
   * @param firstTerm the first term that is given
   */
  SampleDecision granting(int firstTerm) {
    Assessment.Matched matched = (Assessment.Matched) said;
    Gift gift =
        new Gift(
            campaign.scaleId(),
            matched.label(),
            matched.award().kind(),
            matched.award().perChild().setScale(2));
    return new SampleDecision(
        Outcome.GRANTED,
        inputs(),
        Optional.of(gift),
        DecisionTerms.of(
            Optional.of(gift),
            campaign.terms(),
            firstTerm,
            Optional.ofNullable(figures.mealsAWeek())),
        Optional.of(campaign.terms().get(firstTerm - 1).startsOn()),
        "",
        "");
  }

  /** The refusal, in the words of the rules. */
  SampleDecision refusing(String language) {
    return without(
        Outcome.REFUSED,
        String.join(",", failed.stream().map(RuleLine::code).toList()),
        RefusalWords.in(language).reason(failed));
  }

  /** No follow-up. */
  SampleDecision closing(String reason) {
    return without(Outcome.CLOSED, "", reason);
  }

  private SampleDecision without(Outcome outcome, String codes, String reason) {
    return new SampleDecision(
        outcome, inputs(), Optional.empty(), List.of(), Optional.empty(), codes, reason);
  }

  /** JSON, as decisions keep what they were computed from. */
  private String inputs() {
    Map<String, String> known = new TreeMap<>();
    household.familyQuotient().ifPresent(one -> known.put("familyQuotient", one.toPlainString()));
    household.taxIncome().ifPresent(one -> known.put("taxIncome", one.toPlainString()));
    household.taxShares().ifPresent(one -> known.put("taxShares", one.toPlainString()));
    household.children().ifPresent(one -> known.put("children", one.toString()));
    known.put("withheld", "false");
    known.put("scale", Long.toString(campaign.scaleId()));
    StringBuilder json = new StringBuilder("{");
    known.forEach(
        (name, value) ->
            json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
    return json.append('}').toString();
  }
}
