package fr.gestmat.mealaid.boundary.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.Beginning;
import fr.gestmat.mealaid.control.application.FamilyChildren.Adult;
import fr.gestmat.mealaid.control.application.FamilyChildren.Known;
import fr.gestmat.mealaid.control.application.LiveApplications;
import fr.gestmat.mealaid.control.arrival.PupilRows;
import fr.gestmat.mealaid.control.arrival.PupilRows.Adults;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.campaign.CampaignPhase;
import fr.gestmat.mealaid.control.campaign.CampaignRows;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.Applicant;
import fr.gestmat.mealaid.entity.ApplicationOrigin;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An officer types an application for a family that wrote on paper or telephoned: the same form,
 * the same rules, in the family's name.
 */
@Stateless
@RolesAllowed("AID_OFFICER")
public class AgentEntry {

  private static final int LONGEST = 240;

  @Inject private CurrentCaller caller;
  @Inject private CampaignRows campaigns;
  @Inject private PupilRows pupils;
  @Inject private LiveApplications live;
  @Inject private Beginning beginning;
  @Inject private AuthorityTime time;
  @Inject private Clock clock;

  /**
   * A campaign to type for.
   *
   * @param id public id
   * @param name its name
   */
  public record Open(UUID id, String name) {}

  /** The campaigns that are open. */
  public List<Open> open() {
    Caller who = caller.get();
    return campaigns.seen(who.authorityId(), time.today(who.authorityId())).stream()
        .filter(this::isOpen)
        .map(one -> new Open(one.publicId(), one.name()))
        .toList();
  }

  /** Pupils by the beginning of a name; at most 20, none for less than two letters. */
  public List<Known> find(String typed) {
    return pupils.find(caller.get().authorityId(), typed);
  }

  /** A pupil with who answers for them. */
  public Optional<Adults> pupil(UUID id) {
    return pupils.adults(caller.get().authorityId(), id);
  }

  /**
   * Begins to type.
   *
   * @param guardian who applies; empty for somebody whom the directory does not know
   * @param name then that person's name
   * @param email where the receipt goes; empty for nowhere
   * @return the draft; empty if there is no such campaign or pupil
   */
  public Optional<Answer<UUID>> begin(
      UUID campaignId, UUID pupil, Optional<UUID> guardian, String name, String email) {
    Caller who = caller.get();
    Optional<AidCampaign> campaign =
        campaigns.find(who.authorityId(), campaignId).filter(this::isOpen);
    return pupils
        .adults(who.authorityId(), pupil)
        .filter(found -> campaign.isPresent())
        .map(found -> begin(who, campaign.orElseThrow(), found, guardian, name, email));
  }

  private Answer<UUID> begin(
      Caller who,
      AidCampaign campaign,
      Adults found,
      Optional<UUID> guardian,
      String name,
      String email) {
    if (!live.of(who, campaign.id(), List.of(found.child())).isEmpty()) {
      return Answer.refused(Refusal.of("pupil", "exists", found.child().child().givenName()));
    }
    Optional<PupilRows.Adult> adult =
        guardian.flatMap(
            id -> found.adults().stream().filter(one -> one.id().equals(id)).findFirst());
    if (adult.isEmpty() && (name.isBlank() || name.length() > LONGEST)) {
      return Answer.refused(Refusal.of("name", "noApplicant"));
    }
    String address = email.isBlank() ? adult.flatMap(PupilRows.Adult::email).orElse("") : email;
    Applicant applicant =
        new Applicant(
            null,
            adult.map(PupilRows.Adult::key).orElse(null),
            adult.map(PupilRows.Adult::name).orElse(name.strip()),
            address.isBlank() ? null : address.strip());
    return new Answer.Done<>(
        beginning
            .begin(
                who,
                campaign,
                found.child(),
                applicant,
                ApplicationOrigin.AGENT,
                new Adult(
                    Optional.ofNullable(applicant.email()),
                    adult.map(PupilRows.Adult::answers).orElse(Map.of())),
                Optional.empty())
            .publicId());
  }

  private boolean isOpen(AidCampaign campaign) {
    return CampaignPhase.of(campaign, clock.instant(), time.zone(campaign.authorityId()))
        == CampaignPhase.OPEN;
  }
}
