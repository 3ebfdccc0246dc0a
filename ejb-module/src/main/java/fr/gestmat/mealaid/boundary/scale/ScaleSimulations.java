package fr.gestmat.mealaid.boundary.scale;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.control.scale.PastApplications;
import fr.gestmat.mealaid.control.scale.PastCampaigns;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.control.scale.ScaleBook;
import fr.gestmat.mealaid.control.scale.Simulation;
import fr.gestmat.mealaid.entity.AidCampaign;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tries a scale on the applications of another campaign, before it is published. Reads only, and
 * keeps nothing.
 */
@Stateless
@RolesAllowed("AID_MANAGER")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScaleSimulations {

  @Inject private CurrentCaller caller;
  @Inject private ScaleBook book;
  @Inject private PastCampaigns campaigns;
  @Inject private PastApplications applications;

  /**
   * A simulation.
   *
   * @param campaign the campaign of the scale
   * @param scale the scale that was tried: the draft, or else the last version
   * @param draft whether it was the draft
   * @param others campaigns that can be tried on, the latest first
   * @param tried the one that was; absent if there is none
   * @param outcome what came of it
   */
  public record Tried(
      Scales.Campaign campaign,
      Scale scale,
      boolean draft,
      List<PastCampaigns.Line> others,
      Optional<PastCampaigns.Line> tried,
      Optional<Simulation.Outcome> outcome) {}

  /**
   * Tries the draft of a campaign, or its last version if there is no draft.
   *
   * @param on public id of the campaign to try on; absent: the latest with decisions
   * @param mealPrice what a meal costs, for rates
   * @return empty if the caller sees no such campaign, or it has no scale that can be read
   */
  public Optional<Tried> run(UUID campaign, Optional<UUID> on, BigDecimal mealPrice) {
    Caller who = caller.get();
    if (!who.scope(Role.AID_MANAGER).wholeAuthority()) {
      return Optional.empty();
    }
    return book.campaign(who.authorityId(), campaign)
        .flatMap(one -> tried(who, one, on, mealPrice));
  }

  private Optional<Tried> tried(
      Caller who, AidCampaign campaign, Optional<UUID> on, BigDecimal mealPrice) {
    Optional<Scale> draft =
        book.draft(campaign.id())
            .flatMap(one -> ScaleBook.typed(one).scale())
            .filter(scale -> !scale.brackets().isEmpty());
    Optional<Scale> scale =
        draft.or(() -> book.versions(campaign.id()).stream().findFirst().map(ScaleBook::scale));
    List<PastCampaigns.Line> others = campaigns.decided(who.authorityId());
    Optional<PastCampaigns.Line> chosen =
        others.stream()
            .filter(line -> on.isEmpty() || line.id().equals(on.get()))
            .filter(line -> on.isPresent() || line.key() != campaign.id())
            .findFirst()
            .or(() -> on.isEmpty() ? others.stream().findFirst() : Optional.empty());
    return scale.map(
        rules ->
            new Tried(
                new Scales.Campaign(campaign.publicId(), campaign.name(), campaign.schoolYear()),
                rules,
                draft.isPresent(),
                others,
                chosen,
                chosen.map(
                    line -> {
                      Simulation simulation =
                          new Simulation(rules, campaigns.terms(line.key()), mealPrice);
                      applications.each(who.authorityId(), line.key(), simulation::take);
                      return simulation.outcome();
                    })));
  }
}
