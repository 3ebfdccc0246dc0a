package fr.gestmat.mealaid.control.campaign;

import fr.gestmat.mealaid.entity.CampaignDays;
import fr.gestmat.mealaid.entity.LatePeriod;
import fr.gestmat.mealaid.entity.Term;
import java.util.List;

/** The days of a campaign as a beginning of another year's. */
public final class CampaignShift {

  private CampaignShift() {}

  /** The same days some years later; 29 February becomes the 28th. */
  public static CampaignDays days(CampaignDays days, int years) {
    return new CampaignDays(
        days.opensOn().plusYears(years),
        days.fullEffectUntil().plusYears(years),
        days.closesOn().plusYears(years),
        days.latePeriods().stream()
            .map(period -> new LatePeriod(period.endsOn().plusYears(years), period.firstTerm()))
            .toList());
  }

  /** The same terms some years later. */
  public static List<Term> terms(List<Term> terms, int years) {
    return terms.stream()
        .map(
            term ->
                new Term(
                    term.number(),
                    term.startsOn().plusYears(years),
                    term.endsOn().plusYears(years),
                    term.mealDays()))
        .toList();
  }
}
