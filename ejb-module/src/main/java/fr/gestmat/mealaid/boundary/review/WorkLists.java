package fr.gestmat.mealaid.boundary.review;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.mealaid.control.review.CampaignChoice;
import fr.gestmat.mealaid.control.review.Officers;
import fr.gestmat.mealaid.control.review.WorkFilter;
import fr.gestmat.mealaid.control.review.WorkList;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The work list of officers. Reading it changes nothing. */
@Stateless
@RolesAllowed({"AID_OFFICER", "AID_MANAGER"})
public class WorkLists {

  @Inject private CurrentCaller caller;
  @Inject private CampaignChoice campaigns;
  @Inject private WorkList list;
  @Inject private Officers officers;

  /**
   * A page of the list.
   *
   * @param campaign of which campaign
   * @param campaigns those that can be chosen
   * @param page the applications
   * @param counts how many stand where, each up to {@link WorkList#COUNTED}
   * @param officers who may be given applications
   * @param schools the schools of which there are applications
   */
  public record Overview(
      CampaignChoice.Choice campaign,
      List<CampaignChoice.Choice> campaigns,
      WorkList.Page page,
      Map<ApplicationState, Long> counts,
      List<Officers.Officer> officers,
      List<WorkList.School> schools) {}

  /** A page; empty if no campaign is published, or none has this id. */
  public Optional<Overview> page(
      Optional<UUID> campaign, WorkFilter filter, Optional<WorkList.Key> after) {
    Caller who = caller.get();
    long authority = who.authorityId();
    return campaigns
        .find(authority, campaign)
        .map(
            chosen ->
                new Overview(
                    chosen,
                    campaigns.all(authority),
                    list.page(authority, chosen.key(), who.accountId(), filter, after),
                    list.counts(chosen.key()),
                    officers.all(authority),
                    list.schools(authority, chosen.key())));
  }

  /**
   * What waits in the latest campaign.
   *
   * @param counts how many applications stand where, each up to {@link WorkList#COUNTED}
   * @param mine what the caller has in hand
   */
  public record Waiting(Map<ApplicationState, Long> counts, Officers.Hands mine) {}

  /** What waits for the officers; empty if no campaign is published. */
  public Optional<Waiting> waiting() {
    Caller who = caller.get();
    return campaigns
        .find(who.authorityId(), Optional.empty())
        .map(
            latest ->
                new Waiting(list.counts(latest.key()), officers.of(latest.key(), who.accountId())));
  }

  /** Who may be given applications. */
  public List<Officers.Officer> officers() {
    return officers.all(caller.get().authorityId());
  }

  /**
   * Who has what in hand.
   *
   * @param campaign of which campaign
   * @param campaigns those that can be chosen
   * @param loads what each officer has, those who lost their right as well (M-H06)
   * @param waiting what nobody has
   * @param officers who may be given applications
   */
  public record Loads(
      CampaignChoice.Choice campaign,
      List<CampaignChoice.Choice> campaigns,
      List<Officers.Load> loads,
      Officers.Hands waiting,
      List<Officers.Officer> officers) {}

  /** Who has what in hand; empty if no campaign is published, or none has this id. */
  public Optional<Loads> loads(Optional<UUID> campaign) {
    long authority = caller.get().authorityId();
    return campaigns
        .find(authority, campaign)
        .map(
            chosen ->
                new Loads(
                    chosen,
                    campaigns.all(authority),
                    officers.loads(authority, chosen.key()),
                    officers.waiting(chosen.key()),
                    officers.all(authority)));
  }

  /**
   * What somebody has in hand, the oldest first, to be given to another.
   *
   * @param from public id of the account; empty for what nobody has
   * @param states which
   * @param most no more than this
   * @return public ids; empty if there is no such campaign or person
   */
  public List<UUID> inHand(
      Optional<UUID> campaign, Optional<UUID> from, List<ApplicationState> states, int most) {
    return loads(campaign)
        .map(
            now -> {
              Optional<Long> account =
                  now.loads().stream()
                      .filter(load -> from.filter(load.id()::equals).isPresent())
                      .map(Officers.Load::account)
                      .findFirst();
              return from.isPresent() && account.isEmpty()
                  ? List.<UUID>of()
                  : officers.inHand(now.campaign().key(), account, states, most);
            })
        .orElse(List.of());
  }
}
