package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.form.FormFigures;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.control.scale.SharedCustody;
import fr.gestmat.mealaid.control.source.SourceStanding.Standing;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidCampaign.TwoHouseholds;
import fr.gestmat.mealaid.entity.AidContributor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads the second household of a child who lives with both parents in turn. */
@ApplicationScoped
class SecondHousehold {

  /** What an officer who decides on the applicant's household alone gives a motive for. */
  static final String ALONE = "SECOND_HOUSEHOLD";

  @PersistenceContext private EntityManager entities;

  /**
   * How the second household counts; empty if there is none, or the campaign asks for none.
   *
   * @param applicant the applicant's household, whose child it is
   * @param motives of the officer
   */
  Optional<SharedCustody> of(
      AidApplication application,
      AidCampaign campaign,
      Standing standing,
      Household applicant,
      Map<String, String> motives) {
    if (!counts(application, campaign)) {
      return Optional.empty();
    }
    return Optional.of(
        new SharedCustody(
            campaign.twoHouseholds(),
            known(application, standing)
                .map(said -> household(said, standing, applicant, campaign)),
            motives.getOrDefault(ALONE, "").strip()));
  }

  /** Whether the child lives in two households, of which the campaign counts the second too. */
  boolean counts(AidApplication application, AidCampaign campaign) {
    return campaign.twoHouseholds() != TwoHouseholds.APPLICANT
        && AnswersJson.read(application.submitted()).is("custody", "ALTERNATING");
  }

  private Optional<Answers> answers(long application) {
    return entities
        .createQuery(
            "select c from AidContributor c where c.applicationId = :id and c.kind = :separated"
                + " and c.answers is not null order by c.submittedAt desc",
            AidContributor.class)
        .setParameter("id", application)
        .setParameter("separated", AidContributor.Kind.SEPARATED)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(one -> AnswersJson.read(one.answers()));
  }

  /** What the other parent answered, or the authority established without; empty if nothing. */
  private Optional<Answers> known(AidApplication application, Standing standing) {
    boolean established = standing.established().stream().anyMatch(one -> one.of().second());
    return answers(application.id())
        .or(() -> established ? Optional.of(Answers.NONE) : Optional.empty());
  }

  /** The child is the same: its place at the canteen and its scholarship are the applicant's. */
  private static Household household(
      Answers said, Standing standing, Household applicant, AidCampaign campaign) {
    Household own = HouseholdInputs.of(FormFigures.of(said), said);
    Optional<BigDecimal> quotient = standing.secondQuotient().or(own::familyQuotient);
    return standing.established(
        new Household(
            quotient,
            own.taxIncome(),
            own.taxShares(),
            own.children(),
            applicant.childRank(),
            own.welfare(),
            applicant.scholarship(),
            campaign.withoutIncome() == AidCampaign.WithoutIncome.HIGHEST_BRACKET),
        true);
  }
}
