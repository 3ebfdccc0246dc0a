package fr.gestmat.mealaid.boundary.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.AbandonedDrafts;
import fr.gestmat.mealaid.control.application.Beginning;
import fr.gestmat.mealaid.control.application.Contributors;
import fr.gestmat.mealaid.control.application.FamilyChildren.Adult;
import fr.gestmat.mealaid.control.application.FamilyChildren.Known;
import fr.gestmat.mealaid.control.application.FrenchDays;
import fr.gestmat.mealaid.control.application.LiveApplications;
import fr.gestmat.mealaid.control.application.Sheaves;
import fr.gestmat.mealaid.control.arrival.PupilRows;
import fr.gestmat.mealaid.control.arrival.PupilRows.Adults;
import fr.gestmat.mealaid.control.arrival.SchoolRows;
import fr.gestmat.mealaid.control.arrival.SchoolRows.SchoolLine;
import fr.gestmat.mealaid.control.arrival.TypedChildren;
import fr.gestmat.mealaid.control.arrival.TypedChildren.Typed;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.campaign.CampaignPhase;
import fr.gestmat.mealaid.control.campaign.CampaignRows;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.Applicant;
import fr.gestmat.mealaid.entity.ApplicationOrigin;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.CampaignDays;
import fr.gestmat.mealaid.entity.Child;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private static final int SHOWN = 50;

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private CampaignRows campaigns;
  @Inject private PupilRows pupils;
  @Inject private SchoolRows schools;
  @Inject private TypedChildren typed;
  @Inject private LiveApplications live;
  @Inject private Beginning beginning;
  @Inject private AbandonedDrafts abandoned;
  @Inject private Sheaves sheaves;
  @Inject private Contributors contributors;
  @Inject private AuthorityTime time;
  @Inject private Clock clock;

  /**
   * A campaign to type for.
   *
   * @param id public id
   * @param name its name
   */
  public record Open(UUID id, String name) {}

  /**
   * A form that somebody began to type and did not send.
   *
   * @param id public id
   * @param child the child's name
   * @param applicant who applies
   * @param receivedOn the day on which it came
   * @param touchedAt when it was typed in last
   */
  public record Unsent(
      UUID id, String child, String applicant, Optional<LocalDate> receivedOn, Instant touchedAt) {}

  /** What the authority's officers began and did not send, the latest first. */
  public List<Unsent> unsent() {
    return entities
        .createQuery(
            "select a from AidApplication a where a.authorityId = :authority"
                + " and a.state = fr.gestmat.mealaid.entity.ApplicationState.DRAFT"
                + " and a.origin = fr.gestmat.mealaid.entity.ApplicationOrigin.AGENT"
                + " order by a.id desc",
            AidApplication.class)
        .setParameter("authority", caller.get().authorityId())
        .setMaxResults(SHOWN)
        .getResultStream()
        .map(AgentEntry::unsent)
        .toList();
  }

  private static Unsent unsent(AidApplication one) {
    return new Unsent(
        one.publicId(),
        one.child().givenName() + " " + one.child().familyName(),
        one.applicant().name(),
        Optional.ofNullable(one.receivedOn()),
        Objects.requireNonNullElse(one.draft().savedAt(), one.createdAt()));
  }

  /** The campaigns that began: what came in time may be typed after the last day. */
  public List<Open> open() {
    Caller who = caller.get();
    return campaigns.seen(who.authorityId(), time.today(who.authorityId())).stream()
        .filter(this::hasBegun)
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
   * @param receivedOn the day on which it came: it decides the term
   * @return the draft; empty if there is no such campaign or pupil
   */
  public Optional<Answer<UUID>> begin(
      UUID campaignId,
      UUID pupil,
      Optional<UUID> guardian,
      String name,
      String email,
      Optional<LocalDate> receivedOn) {
    Caller who = caller.get();
    Optional<AidCampaign> campaign =
        campaigns.find(who.authorityId(), campaignId).filter(this::hasBegun);
    return pupils
        .adults(who.authorityId(), pupil)
        .filter(found -> campaign.isPresent())
        .map(found -> begin(who, campaign.orElseThrow(), found, guardian, name, email, receivedOn));
  }

  /** The schools outside the feeds, whose children no search finds. */
  public List<SchoolLine> schools() {
    return schools.all(caller.get().authorityId()).stream().filter(SchoolLine::byHand).toList();
  }

  /**
   * Begins to type for a child of a school outside the feeds.
   *
   * @param name who applies
   * @param email where the receipt goes; empty for nowhere
   * @param receivedOn the day on which it came: it decides the term
   * @return the draft; empty if there is no such campaign
   */
  public Optional<Answer<UUID>> beginOutside(
      UUID campaignId, Typed child, String name, String email, Optional<LocalDate> receivedOn) {
    Caller who = caller.get();
    Optional<AidCampaign> campaign =
        campaigns.find(who.authorityId(), campaignId).filter(this::hasBegun);
    if (campaign.isEmpty()) {
      return Optional.empty();
    }
    Answer<Child> read = typed.read(who.authorityId(), child, schools());
    if (read instanceof Answer.Refused<Child> refused) {
      return Optional.of(new Answer.Refused<>(refused.reasons()));
    }
    Child found = ((Answer.Done<Child>) read).value();
    Known known =
        new Known(UUID.randomUUID(), found, "", "", Optional.empty(), Optional.empty(), true);
    return Optional.of(
        begin(
            who,
            campaign.get(),
            new Adults(known, List.of()),
            Optional.empty(),
            name,
            email,
            receivedOn));
  }

  private Answer<UUID> begin(
      Caller who,
      AidCampaign campaign,
      Adults found,
      Optional<UUID> guardian,
      String name,
      String email,
      Optional<LocalDate> receivedOn) {
    Optional<Refusal> untimely =
        receivedOn.isEmpty()
            ? Optional.of(Refusal.of("receivedOn", "receivedMissing"))
            : untimely(receivedOn.get(), campaign);
    if (untimely.isPresent()) {
      return Answer.refused(untimely.get());
    }
    Optional<PupilRows.Adult> adult =
        guardian.flatMap(
            id -> found.adults().stream().filter(one -> one.id().equals(id)).findFirst());
    if (adult.isEmpty() && (name.isBlank() || name.length() > LONGEST)) {
      return Answer.refused(Refusal.of("name", "noApplicant"));
    }
    // Last, as a draft may only give way to what begins.
    Optional<AidApplication> there =
        live.of(who, campaign.id(), List.of(found.child())).stream()
            .filter(one -> !abandoned.isOne(one) || !abandoned.giveWay(one))
            .findFirst();
    if (there.isPresent()) {
      return Answer.refused(exists(there.get()));
    }
    String address = email.isBlank() ? adult.flatMap(PupilRows.Adult::email).orElse("") : email;
    Applicant applicant =
        new Applicant(
            null,
            adult.map(PupilRows.Adult::key).orElse(null),
            adult.map(PupilRows.Adult::name).orElse(name.strip()),
            address.isBlank() ? null : address.strip());
    AidApplication begun =
        beginning.begin(
            who,
            campaign,
            found.child(),
            applicant,
            ApplicationOrigin.AGENT,
            new Adult(
                Optional.ofNullable(applicant.email()),
                adult.map(PupilRows.Adult::answers).orElse(Map.of())),
            Optional.empty());
    begun.cameOn(receivedOn.orElseThrow());
    contributors.place(sheaves.lock(begun));
    return new Answer.Done<>(begun.publicId());
  }

  /** Officers see whose it is; a draft of a family gives way once it is left for two weeks. */
  private static Refusal exists(AidApplication there) {
    String child = there.child().givenName();
    if (there.state() != ApplicationState.DRAFT) {
      return Refusal.of("pupil", "exists", child);
    }
    return there.origin() == ApplicationOrigin.AGENT
        ? Refusal.of("pupil", "unsentByAgent", child)
        : Refusal.of("pupil", "unsentByFamily", child, there.applicant().name(), there.publicId());
  }

  private Optional<Refusal> untimely(LocalDate receivedOn, AidCampaign campaign) {
    if (receivedOn.isAfter(time.today(campaign.authorityId()))) {
      return Optional.of(Refusal.of("receivedOn", "receivedInTheFuture"));
    }
    CampaignDays days = campaign.days();
    return receivedOn.isBefore(days.opensOn()) || receivedOn.isAfter(days.closesOn())
        ? Optional.of(
            Refusal.of(
                "receivedOn",
                "receivedOutside",
                FrenchDays.day(days.opensOn()),
                FrenchDays.day(days.closesOn())))
        : Optional.empty();
  }

  private boolean hasBegun(AidCampaign campaign) {
    return CampaignPhase.of(campaign, clock.instant(), time.zone(campaign.authorityId()))
        != CampaignPhase.AHEAD;
  }
}
