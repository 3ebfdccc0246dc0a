package fr.gestmat.mealaid.control.campaign;

import fr.gestmat.mealaid.entity.AidCampaign;
import java.time.Instant;
import java.time.ZoneId;

/** Where a campaign stands at a moment; nobody opens or closes it, its days do. */
public enum CampaignPhase {
  /** Only who runs campaigns sees it. */
  PREPARED,
  /** Published; its first day has not come. */
  AHEAD,
  /** Families apply. */
  OPEN,
  /** Its last day is over. */
  CLOSED;

  /** Where it stands. */
  public static CampaignPhase of(AidCampaign campaign, Instant at, ZoneId zone) {
    if (campaign.publishedAt() == null) {
      return PREPARED;
    }
    if (campaign.days().isAhead(at, zone)) {
      return AHEAD;
    }
    return campaign.days().isOpen(at, zone) ? OPEN : CLOSED;
  }
}
