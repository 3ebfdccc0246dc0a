package fr.gestmat.mealaid.boundary.application;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.AbandonedDrafts;
import fr.gestmat.mealaid.control.application.Beginning;
import fr.gestmat.mealaid.control.application.Contributors;
import fr.gestmat.mealaid.control.application.FamilyChildren;
import fr.gestmat.mealaid.control.application.FamilyChildren.Adult;
import fr.gestmat.mealaid.control.application.FamilyChildren.Known;
import fr.gestmat.mealaid.control.application.FamilyReach;
import fr.gestmat.mealaid.control.application.LiveApplications;
import fr.gestmat.mealaid.control.application.Sheaves;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.campaign.CampaignPhase;
import fr.gestmat.mealaid.control.campaign.CampaignRows;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.Applicant;
import fr.gestmat.mealaid.entity.ApplicationOrigin;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Drafts begin in one transaction, all or none. */
@Stateless
@RolesAllowed("GUARDIAN")
public class Drafts {

  @Inject private CurrentCaller caller;
  @Inject private CampaignRows campaigns;
  @Inject private FamilyChildren children;
  @Inject private FamilyReach reach;
  @Inject private LiveApplications live;
  @Inject private Beginning beginning;
  @Inject private AbandonedDrafts abandoned;
  @Inject private Sheaves sheaves;
  @Inject private Contributors contributors;
  @Inject private AuthorityTime time;
  @Inject private Clock clock;

  /** See {@link Applying#begin}. */
  public Optional<Answer<UUID>> begin(UUID campaignId, Collection<UUID> wanted) {
    Caller who = caller.get();
    Optional<AidCampaign> campaign =
        campaigns.find(who.authorityId(), campaignId).filter(one -> one.publishedAt() != null);
    List<Known> mine =
        children.of(who).stream().filter(child -> wanted.contains(child.id())).toList();
    if (campaign.isEmpty() || mine.size() < wanted.stream().distinct().count()) {
      return Optional.empty();
    }
    CampaignPhase phase =
        CampaignPhase.of(campaign.get(), clock.instant(), time.zone(who.authorityId()));
    if (phase != CampaignPhase.OPEN) {
      return Optional.of(Answer.refused(Refusal.of("campaign", "not" + phase)));
    }
    return Optional.of(begin(who, campaign.get(), mine));
  }

  private Answer<UUID> begin(Caller who, AidCampaign campaign, List<Known> wanted) {
    List<AidApplication> there = live.of(who, campaign.id(), wanted);
    List<Refusal> reasons = new ArrayList<>();
    List<AidApplication> drafts = new ArrayList<>();
    List<Known> fresh = new ArrayList<>();
    List<AidApplication> left = new ArrayList<>();
    for (Known child : wanted) {
      Optional<AidApplication> its =
          there.stream().filter(one -> LiveApplications.isFor(one, child)).findFirst();
      if (its.isEmpty()) {
        fresh.add(child);
      } else if (reach.party(who, its.get()).isEmpty() && abandoned.isOne(its.get())) {
        left.add(its.get());
        fresh.add(child);
      } else if (reach.party(who, its.get()).filter(party -> party.sees()).isEmpty()) {
        reasons.add(exists(its.get()));
      } else {
        drafts.add(its.get());
      }
    }
    // A draft may only give way to what begins.
    if (reasons.isEmpty()) {
      left.stream().filter(one -> !abandoned.giveWay(one)).forEach(one -> reasons.add(exists(one)));
    }
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    Adult adult = children.adult(who);
    Applicant applicant =
        new Applicant(who.accountId(), who.guardianId(), who.name(), adult.email().orElse(null));
    for (Known child : fresh) {
      drafts.add(
          beginning.begin(
              who,
              campaign,
              child,
              applicant,
              ApplicationOrigin.FAMILY,
              adult,
              sibling(who, campaign)));
    }
    if (!fresh.isEmpty()) {
      contributors.place(sheaves.lock(drafts.get(drafts.size() - 1)));
    }
    return new Answer.Done<>(
        drafts.stream()
            .filter(one -> one.state() == ApplicationState.DRAFT)
            .findFirst()
            .orElse(drafts.get(0))
            .publicId());
  }

  private static Refusal exists(AidApplication there) {
    return Refusal.of("children", "exists", there.child().givenName());
  }

  /** A draft of the caller in this campaign, of which the household's part is known. */
  private Optional<AidApplication> sibling(Caller who, AidCampaign campaign) {
    return live.of(who, campaign.id(), children.of(who)).stream()
        .filter(one -> one.state() == ApplicationState.DRAFT)
        .filter(
            one ->
                reach
                    .party(who, one)
                    .filter(party -> party == FamilyReach.Party.APPLICANT)
                    .isPresent())
        .findFirst();
  }
}
