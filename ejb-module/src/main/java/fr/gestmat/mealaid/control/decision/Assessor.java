package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.eligibility.CampaignRules;
import fr.gestmat.mealaid.control.eligibility.Facts;
import fr.gestmat.mealaid.control.eligibility.SchoolingRows;
import fr.gestmat.mealaid.control.eligibility.ToldFacts;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.control.scale.ScaleBook;
import fr.gestmat.mealaid.control.scale.SharedCustody;
import fr.gestmat.mealaid.control.source.HouseholdFigure;
import fr.gestmat.mealaid.control.source.SourceCascade.Heard;
import fr.gestmat.mealaid.control.source.SourceStanding;
import fr.gestmat.mealaid.control.source.SourceStanding.Standing;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Judges an application by the rules of its campaign and the scale that holds today, as the public
 * simulator does; changes nothing. An official source's answer counts before what the family typed,
 * and what the authority established itself before both.
 */
@ApplicationScoped
public class Assessor {

  @Inject private CampaignRules rules;
  @Inject private ScaleBook scales;
  @Inject private SchoolingRows schools;
  @Inject private SourceStanding sources;
  @Inject private SecondHousehold second;
  @Inject private Proof proof;
  @Inject private AuthorityTime time;

  /**
   * What they say.
   *
   * @param motives why an officer goes over a rule, by its code
   */
  public Assessed assess(
      AidApplication application, AidCampaign campaign, Map<String, String> motives) {
    Standing standing = sources.of(application.authorityId(), application.id());
    Household household = household(application, campaign, standing);
    Facts told = ToldFacts.of(AnswersJson.read(application.submitted()), application.figures());
    Facts facts = schools.of(application).map(school -> school.addTo(told)).orElse(told);
    Optional<Judgement.InForce> scale =
        scales
            .inForce(campaign.id(), time.today(application.authorityId()))
            .map(version -> new Judgement.InForce(version.id(), ScaleBook.scale(version)));
    Optional<SharedCustody> custody =
        second.of(application, campaign, standing, household, motives);
    Judgement judgement =
        Judgement.of(rules.active(campaign.id()), scale, household, custody, facts, motives);
    boolean proved = judgement.isWhole() && proof.of(application, standing, judgement);
    return judgement.assessed(proved, standing.established());
  }

  /** What counts of a figure at present, whoever says it; empty if nobody does. */
  Optional<BigDecimal> counts(
      AidApplication application, AidCampaign campaign, HouseholdFigure figure) {
    Standing standing = sources.of(application.authorityId(), application.id());
    Household applicant = household(application, campaign, standing);
    Optional<Household> one =
        figure.second()
            ? second
                .of(application, campaign, standing, applicant, Map.of())
                .flatMap(SharedCustody::second)
            : Optional.of(applicant);
    return one.flatMap(figure::in);
  }

  private static Household household(
      AidApplication application, AidCampaign campaign, Standing standing) {
    Household known =
        HouseholdInputs.of(application.figures(), AnswersJson.read(application.submitted()));
    Optional<BigDecimal> quotient = standing.quotient().counts().flatMap(Heard::value);
    Household heard = quotient.map(known::withFamilyQuotient).orElse(known);
    Household whole = standing.scholarship().map(heard::withScholarship).orElse(heard);
    Household established = standing.established(whole, false);
    return campaign.withoutIncome() == AidCampaign.WithoutIncome.HIGHEST_BRACKET
        ? established.withholding()
        : established;
  }
}
