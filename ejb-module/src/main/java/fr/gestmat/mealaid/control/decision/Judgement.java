package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.control.decision.Assessed.Gift;
import fr.gestmat.mealaid.control.decision.Assessed.RuleLine;
import fr.gestmat.mealaid.control.decision.Assessed.Shares;
import fr.gestmat.mealaid.control.decision.Assessed.Verdict;
import fr.gestmat.mealaid.control.eligibility.CampaignRule;
import fr.gestmat.mealaid.control.eligibility.Eligibility;
import fr.gestmat.mealaid.control.eligibility.Facts;
import fr.gestmat.mealaid.control.eligibility.Rule;
import fr.gestmat.mealaid.control.eligibility.RuleCode;
import fr.gestmat.mealaid.control.eligibility.RuleResult;
import fr.gestmat.mealaid.control.scale.Assessment;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.control.scale.SharedCustody;
import fr.gestmat.mealaid.control.source.EstablishedFigure;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules and scale on what is known of a child and its household.
 *
 * @param rules every rule's result, in order
 * @param assessment what the scale says; empty if none holds
 * @param scale the scale that was asked
 * @param household what it was asked about
 * @param custody how a second household counts, if the child lives in two
 */
record Judgement(
    List<RuleResult> rules,
    Optional<Assessment> assessment,
    Optional<InForce> scale,
    Household household,
    Optional<SharedCustody> custody) {

  /** The reason if only both households together are given nothing. */
  private static final String BOTH = "HOUSEHOLDS_ABOVE_SCALE";

  /**
   * A published scale.
   *
   * @param id of its version in the database
   * @param scale its brackets
   */
  record InForce(long id, Scale scale) {}

  /**
   * Judges. A bracket that gives nothing refuses for the income, whether or not the campaign lists
   * that rule: nobody is granted an aid of 0.
   *
   * @param custody how a second household counts, if the child lives in two
   * @param motives why an officer goes over a rule, by its code; unknown codes say nothing
   */
  static Judgement of(
      List<CampaignRule> active,
      Optional<InForce> scale,
      Household household,
      Optional<SharedCustody> custody,
      Facts facts,
      Map<String, String> motives) {
    Optional<Assessment> said =
        scale.map(
            one ->
                custody
                    .map(shared -> shared.assess(one.scale(), household))
                    .orElseGet(() -> one.scale().assess(household)));
    List<CampaignRule> rules = new ArrayList<>(active);
    boolean nothing =
        said.filter(Assessment.Matched.class::isInstance)
            .map(Assessment.Matched.class::cast)
            .filter(matched -> matched.award().isNothing())
            .isPresent();
    if (nothing && active.stream().noneMatch(rule -> rule.rule().code() == RuleCode.INCOME)) {
      rules.add(new CampaignRule(new Rule.Income(), false));
    }
    List<RuleResult> results =
        Eligibility.judge(said.map(facts::assessed).orElse(facts), rules, byCode(motives));
    boolean byBoth = scale.filter(one -> decidesTogether(custody, one, household)).isPresent();
    return new Judgement(
        byBoth ? results.stream().map(Judgement::ofBoth).toList() : results,
        said,
        scale,
        household,
        custody);
  }

  /** Whether the applicant's household alone would be given something. */
  private static boolean decidesTogether(
      Optional<SharedCustody> custody, InForce one, Household applicant) {
    return custody.filter(SharedCustody::counts).isPresent()
        && one.scale().assess(applicant) instanceof Assessment.Matched alone
        && !alone.award().isNothing();
  }

  /** No parent is told that the income is too high if it is not, nor whose is (M-F20). */
  private static RuleResult ofBoth(RuleResult result) {
    return result instanceof RuleResult.Failed failed && failed.rule() == RuleCode.INCOME
        ? new RuleResult.Failed(failed.rule(), BOTH, failed.data(), failed.overridable())
        : result;
  }

  /** Whether nothing is unknown. */
  boolean isWhole() {
    return assessment.filter(Assessment.Matched.class::isInstance).isPresent()
        && rules.stream().noneMatch(RuleResult.Undetermined.class::isInstance);
  }

  /** Whether a rule was asked. */
  boolean asked(RuleCode code) {
    return rules.stream().anyMatch(result -> result.rule() == code);
  }

  /**
   * As decisions need it.
   *
   * @param proved whether everything that it rests on comes from an official source
   * @param established which figures of the household are the authority's own word
   */
  Assessed assessed(boolean proved, List<EstablishedFigure> established) {
    return new Assessed(
        rules.stream().map(Judgement::line).toList(),
        gift(),
        missing(),
        proved,
        inputs(established),
        scale.flatMap(one -> custody.map(shared -> shares(one, shared))));
  }

  private Shares shares(InForce one, SharedCustody shared) {
    return new Shares(
        shared.rule(),
        gift(Optional.of(one.scale().assess(household))),
        gift(Optional.of(shared.other(one.scale()))),
        shared.alone());
  }

  private Optional<Gift> gift() {
    return gift(assessment);
  }

  private Optional<Gift> gift(Optional<Assessment> said) {
    return said.filter(Assessment.Matched.class::isInstance)
        .map(Assessment.Matched.class::cast)
        .flatMap(
            matched ->
                scale.map(
                    one ->
                        new Gift(
                            one.id(),
                            matched.label(),
                            matched.award().kind(),
                            matched.award().perChild())));
  }

  private List<String> missing() {
    if (scale.isPresent()
        && custody
            .filter(shared -> shared.lacksOther(scale.get().scale(), household))
            .isPresent()) {
      return List.of(SecondHousehold.ALONE);
    }
    return assessment
        .filter(Assessment.Undetermined.class::isInstance)
        .map(Assessment.Undetermined.class::cast)
        .map(open -> open.missing().stream().map(Enum::name).toList())
        .orElse(List.of());
  }

  /** The household, the scale that was asked, and why an officer went over rules. */
  private String inputs(List<EstablishedFigure> established) {
    var json = Json.createObjectBuilder(HouseholdInputs.json(household));
    scale.ifPresent(one -> json.add("scale", one.id()));
    var waived = Json.createArrayBuilder();
    rules.stream()
        .filter(RuleResult.Waived.class::isInstance)
        .map(RuleResult.Waived.class::cast)
        .forEach(
            rule ->
                waived.add(
                    Json.createObjectBuilder()
                        .add("rule", rule.rule().name())
                        .add("motive", rule.motive().strip())));
    json.add("waived", waived);
    custody.ifPresent(
        shared -> json.add(SharedCustody.KEPT, shared.json().addAll(words(established, true))));
    return json.addAll(words(established, false)).build().toString();
  }

  /** Whose word a household's figures are: with the household, as no other parent may read it. */
  private static JsonObjectBuilder words(List<EstablishedFigure> established, boolean second) {
    var own = Json.createArrayBuilder();
    established.stream()
        .filter(figure -> figure.of().second() == second)
        .forEach(figure -> own.add(figure.json()));
    JsonArray all = own.build();
    var json = Json.createObjectBuilder();
    return all.isEmpty() ? json : json.add("established", all);
  }

  private static RuleLine line(RuleResult result) {
    String code = result.rule().name();
    if (result instanceof RuleResult.Failed failed) {
      return new RuleLine(
          code, Verdict.FAILED, failed.reason(), failed.data(), failed.overridable());
    }
    if (result instanceof RuleResult.Waived waived) {
      return new RuleLine(code, Verdict.WAIVED, waived.reason(), List.of(), true);
    }
    if (result instanceof RuleResult.Undetermined open) {
      return new RuleLine(code, Verdict.UNKNOWN, open.missing().name(), List.of(), false);
    }
    return new RuleLine(code, Verdict.PASSED, "", List.of(), false);
  }

  private static Map<RuleCode, String> byCode(Map<String, String> motives) {
    Map<RuleCode, String> known = new EnumMap<>(RuleCode.class);
    for (RuleCode code : RuleCode.values()) {
      String motive = motives.get(code.name());
      if (motive != null) {
        known.put(code, motive);
      }
    }
    return known;
  }
}
