package fr.gestmat.mealaid.boundary.campaign;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.NewTask;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.campaign.CampaignJournal;
import fr.gestmat.mealaid.control.campaign.CampaignPhase;
import fr.gestmat.mealaid.control.campaign.CampaignRows;
import fr.gestmat.mealaid.control.renewal.RenewalMails;
import fr.gestmat.mealaid.control.renewal.RenewalWork;
import fr.gestmat.mealaid.entity.AidCampaign;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Telling last year's families that they may apply again. */
@Stateless
@RolesAllowed("AID_MANAGER")
public class Renewals {

  @Inject private CurrentCaller caller;
  @Inject private CampaignRows rows;
  @Inject private CampaignJournal journal;
  @Inject private RenewalMails mails;
  @Inject private BackgroundTasks tasks;
  @Inject private AuthorityTime time;
  @Inject private Clock clock;

  /** How many families wait to be told of a campaign; 0 while it is not open. */
  public long waiting(UUID campaign) {
    return rows.find(caller.get().authorityId(), campaign)
        .filter(this::isOpen)
        .map(one -> mails.waiting(one.authorityId(), one.id()))
        .orElse(0L);
  }

  /**
   * Has them told in the background, each family once.
   *
   * @return public id of the task; refused if nobody is to be told; empty if there is no such
   *     campaign for the caller
   */
  public Optional<Answer<UUID>> tell(UUID campaign) {
    Caller who = caller.get();
    return rows.find(who.authorityId(), campaign)
        .map(
            one -> {
              if (!isOpen(one) || mails.waiting(one.authorityId(), one.id()) == 0) {
                return Answer.refused(Refusal.of("campaign", "nobodyToTell"));
              }
              journal.write(who, "AID_RENEWAL_ORDERED", one, Map.of());
              return new Answer.Done<>(
                  tasks.submit(
                      new NewTask(
                          RenewalWork.KIND,
                          who.authorityId(),
                          null,
                          who.accountId(),
                          who.name(),
                          RenewalWork.parameters(one.id()))));
            });
  }

  private boolean isOpen(AidCampaign one) {
    return CampaignPhase.of(one, clock.instant(), time.zone(one.authorityId()))
        == CampaignPhase.OPEN;
  }
}
