package fr.gestmat.mealaid.boundary.followup;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.mealaid.control.followup.FollowUpRows;
import fr.gestmat.mealaid.control.review.CampaignChoice;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How far the campaigns of an authority are. Reading it changes nothing and names nobody. */
@Stateless
@RolesAllowed({"AID_OFFICER", "AID_MANAGER"})
public class FollowUps {

  @Inject private CurrentCaller caller;
  @Inject private CampaignChoice campaigns;
  @Inject private FollowUpRows rows;

  /**
   * A campaign.
   *
   * @param campaign which one
   * @param campaigns those that can be chosen
   * @param figures how far it is
   */
  public record Board(
      CampaignChoice.Choice campaign,
      List<CampaignChoice.Choice> campaigns,
      FollowUpRows.Figures figures) {}

  /**
   * Where the applications of a campaign stand.
   *
   * @param campaign which one
   * @param counts those that were sent, by what they are, or were before the archive
   */
  public record Summary(CampaignChoice.Choice campaign, Map<ApplicationState, Long> counts) {}

  /** The latest campaign in one statement; empty if none is published. */
  public Optional<Summary> latest() {
    return campaigns
        .find(caller.get().authorityId(), Optional.empty())
        .map(chosen -> new Summary(chosen, rows.counts(chosen.key())));
  }

  /** A campaign, or the latest; empty if none is published, or none has this id. */
  public Optional<Board> board(Optional<UUID> campaign) {
    long authority = caller.get().authorityId();
    return campaigns
        .find(authority, campaign)
        .map(
            chosen ->
                new Board(chosen, campaigns.all(authority), rows.of(authority, chosen.key())));
  }
}
