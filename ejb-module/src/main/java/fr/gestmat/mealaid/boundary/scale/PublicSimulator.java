package fr.gestmat.mealaid.boundary.scale;

import fr.gestmat.mealaid.control.eligibility.CampaignRule;
import fr.gestmat.mealaid.control.eligibility.CampaignRules;
import fr.gestmat.mealaid.control.eligibility.Eligibility;
import fr.gestmat.mealaid.control.eligibility.Facts;
import fr.gestmat.mealaid.control.eligibility.RuleCode;
import fr.gestmat.mealaid.control.eligibility.RuleResult;
import fr.gestmat.mealaid.control.scale.Assessment;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.scale.OpenCampaigns;
import fr.gestmat.mealaid.control.scale.OpenCampaigns.Open;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.control.scale.ScaleBook;
import fr.gestmat.mealaid.control.scale.TermAmounts;
import fr.gestmat.mealaid.entity.AidCampaign;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells everybody, without a sign-on, what they could expect: the rules and the scale of an open
 * campaign, run as the decision runs them. What is typed is neither kept nor journaled.
 */
@Stateless
@PermitAll
public class PublicSimulator {

  private static final int EVERY_DAY = 5;

  @Inject private OpenCampaigns open;
  @Inject private ScaleBook book;
  @Inject private CampaignRules rules;

  /**
   * A campaign that can be tried.
   *
   * @param id public id
   * @param authority who gives the aid
   * @param name its name
   * @param closesOn the last day for applications
   * @param incomeYear the income year that tax notices must be of
   */
  public record Offer(UUID id, String authority, String name, LocalDate closesOn, int incomeYear) {}

  /**
   * What is asked in a campaign.
   *
   * @param offer which campaign
   * @param rules the rules that are on
   * @param figures what the scale has to know; empty if none is published
   * @param hasScale whether a scale is published and has begun
   */
  public record Questions(
      Offer offer, Set<RuleCode> rules, Set<Missing> figures, boolean hasScale) {}

  /**
   * What came of it.
   *
   * @param results every rule's, in order
   * @param assessment what the scale says; absent if none is published
   * @param terms what the terms give from now on, if the rules are fulfilled
   */
  public record Result(
      List<RuleResult> results, Optional<Assessment> assessment, List<TermAmounts.Amount> terms) {}

  /** The campaigns that are open today, by authority. */
  public List<Offer> offers() {
    return open.all().stream().map(PublicSimulator::offer).toList();
  }

  /** What is asked in an open campaign; empty if it is not open. */
  public Optional<Questions> questions(UUID campaign) {
    return open.find(campaign)
        .map(
            one -> {
              Optional<Scale> scale = scale(one);
              return new Questions(
                  offer(one),
                  rules.active(one.campaign().id()).stream()
                      .map(rule -> rule.rule().code())
                      .collect(java.util.stream.Collectors.toSet()),
                  scale.map(Scale::questions).orElse(Set.of()),
                  scale.isPresent());
            });
  }

  /**
   * Judges what somebody typed.
   *
   * @param facts what is known of the child; without an assessment
   * @param household what is known of the household
   * @return empty if the campaign is not open
   */
  public Optional<Result> simulate(UUID campaign, Facts facts, Household household) {
    return open.find(campaign)
        .map(
            one -> {
              Optional<Assessment> said =
                  scale(one).map(scale -> scale.assess(taken(one, household)));
              Facts known = said.map(facts::assessed).orElse(facts);
              List<CampaignRule> active = rules.active(one.campaign().id());
              List<RuleResult> results = Eligibility.judge(known, active);
              return new Result(
                  results,
                  said,
                  Eligibility.isFulfilled(results) ? terms(one, said, facts) : List.of());
            });
  }

  /** Whoever gives no figures is one of the highest incomes, where the campaign says so (M-F30). */
  private static Household taken(Open open, Household household) {
    return open.campaign().withoutIncome() == AidCampaign.WithoutIncome.HIGHEST_BRACKET
            && household.withheld()
        ? household.withholding()
        : household.disclosing();
  }

  private static List<TermAmounts.Amount> terms(Open open, Optional<Assessment> said, Facts facts) {
    if (open.firstTerm().isEmpty()
        || said.isEmpty()
        || !(said.get() instanceof Assessment.Matched matched)) {
      return List.of();
    }
    return TermAmounts.of(
        matched.award(),
        open.campaign().terms(),
        open.firstTerm().get(),
        facts.mealsAWeek().orElse(EVERY_DAY),
        Optional.empty());
  }

  private Optional<Scale> scale(Open open) {
    return book.inForce(open.campaign().id(), open.today()).map(ScaleBook::scale);
  }

  private static Offer offer(Open open) {
    AidCampaign campaign = open.campaign();
    return new Offer(
        campaign.publicId(),
        open.authority(),
        campaign.name(),
        campaign.days().closesOn(),
        campaign.incomeYear());
  }
}
