package fr.gestmat.lending.control.campaign;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.campaign.Campaign.Audience;
import fr.gestmat.lending.control.campaign.Campaign.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a campaign must say before it can be kept. */
public final class CampaignRule {

  private static final int LONGEST = 120;

  private CampaignRule() {}

  /**
   * Why not, all reasons at once.
   *
   * @param levels how many levels were chosen
   */
  public static List<Refusal> refusals(Plan plan, int levels, LocalDate today) {
    List<Refusal> reasons = new ArrayList<>();
    if (plan.name().isBlank() || plan.name().length() > LONGEST) {
      reasons.add(Refusal.of("name", "name"));
    }
    if (plan.audience() == Audience.LEVELS && levels == 0) {
      reasons.add(Refusal.of("level", "level"));
    }
    if (plan.startsOn().isBefore(today) || plan.startsOn().isAfter(today.plusYears(1))) {
      reasons.add(Refusal.of("startsOn", "startsOn"));
    }
    if (!plan.opensAt().plusMinutes(30).isBefore(plan.closesAt())) {
      reasons.add(Refusal.of("closesAt", "closesAt"));
    }
    if (plan.desks() < 1 || plan.desks() > 60) {
      reasons.add(Refusal.of("desks", "desks"));
    }
    if (plan.minutesEach() < 1 || plan.minutesEach() > 60) {
      reasons.add(Refusal.of("minutesEach", "minutesEach"));
    }
    if (plan.place().isBlank() || plan.place().length() > LONGEST) {
      reasons.add(Refusal.of("place", "place"));
    }
    return reasons;
  }
}
