package fr.gestmat.mealaid.boundary.campaign;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.CampaignForms;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.campaign.CampaignCheck;
import fr.gestmat.mealaid.control.campaign.CampaignJournal;
import fr.gestmat.mealaid.control.campaign.CampaignPart;
import fr.gestmat.mealaid.control.campaign.CampaignPhase;
import fr.gestmat.mealaid.control.campaign.CampaignRows;
import fr.gestmat.mealaid.control.campaign.CampaignShift;
import fr.gestmat.mealaid.control.campaign.YearLine;
import fr.gestmat.mealaid.control.form.FormChoice;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.CampaignDays;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The years of meal aid: prepared, copied from the year before, shown to families once. */
@Stateless(name = "AidCampaigns") // Lending has Campaigns: a name is taken once in a module.
@RolesAllowed("AID_MANAGER")
public class Campaigns {

  private static final int LONGEST_NAME = 120;

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private CampaignRows rows;
  @Inject private CampaignForms forms;
  @Inject private CampaignJournal journal;
  @Inject @Any private Instance<CampaignPart> parts;
  @Inject private AuthorityTime time;
  @Inject private Clock clock;

  /**
   * A campaign in the list.
   *
   * @param id public id
   * @param name what people call it
   * @param schoolYear the year in which the school year begins
   * @param phase where it stands
   * @param days when it runs
   * @param applications how many stand where
   */
  public record Line(
      UUID id,
      String name,
      int schoolYear,
      CampaignPhase phase,
      CampaignDays days,
      Map<ApplicationState, Long> applications) {

    /** How many were sent. */
    public long sent() {
      return applications.entrySet().stream()
          .filter(one -> one.getKey() != ApplicationState.DRAFT)
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /**
   * A campaign, whole.
   *
   * @param line as in the list
   * @param version what a change must know
   * @param year the year as a line
   * @param missing what is missing before families may see it
   */
  public record View(Line line, int version, YearLine year, List<Refusal> missing) {}

  /** All of them, the latest first. */
  public List<Line> all() {
    Caller who = caller.get();
    Map<Long, Map<ApplicationState, Long>> counts = counts(who.authorityId());
    return rows.all(who.authorityId()).stream()
        .map(one -> line(one, counts.getOrDefault(one.id(), Map.of())))
        .toList();
  }

  /** One of them. */
  public Optional<View> find(UUID id) {
    Caller who = caller.get();
    return rows.find(who.authorityId(), id)
        .map(
            one ->
                new View(
                    line(one, counts(who.authorityId()).getOrDefault(one.id(), Map.of())),
                    one.version(),
                    YearLine.of(one.days(), one.terms(), time.today(who.authorityId())),
                    missing(one)));
  }

  /** A new one that asks everything and uses no rule yet. */
  public Answer<UUID> create(String name, int schoolYear, CampaignDays days) {
    Caller who = caller.get();
    List<Refusal> reasons = new ArrayList<>(named(who, name, schoolYear));
    reasons.addAll(CampaignCheck.days(days));
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    AidCampaign campaign = new AidCampaign(who.authorityId(), name.strip(), schoolYear, days);
    entities.persist(campaign);
    entities.flush();
    forms.keep(campaign.id(), 1, FormChoice.WHOLE, who.name(), clock.instant());
    journal.write(who, "AID_CAMPAIGN_CREATED", campaign, Map.of("name", name.strip()));
    return new Answer.Done<>(campaign.publicId());
  }

  /** Copies one to the year after: days and terms move a year, every part takes itself along. */
  public Optional<Answer<UUID>> copy(UUID id, String name) {
    Caller who = caller.get();
    return rows.find(who.authorityId(), id)
        .map(
            from -> {
              int year = from.schoolYear() + 1;
              List<Refusal> reasons = named(who, name, year);
              if (!reasons.isEmpty()) {
                return new Answer.Refused<>(reasons);
              }
              AidCampaign to =
                  new AidCampaign(
                      who.authorityId(), name.strip(), year, CampaignShift.days(from.days(), 1));
              to.divide(CampaignShift.terms(from.terms(), 1));
              to.describe(name.strip(), from.incomeYear() + 1, from.withoutIncome());
              to.share(from.twoHouseholds());
              to.handle(from.coParentSubmits(), from.automaticDecision(), from.readReceipt());
              to.allow(from.correctionDays(), from.appealDays());
              to.tolerate(from.draftGraceDays());
              to.demand(from.documentsFirst());
              to.copiedFrom(from.id());
              entities.persist(to);
              entities.flush();
              for (CampaignPart part : parts) {
                part.copy(from, to, who.name());
              }
              journal.write(
                  who,
                  "AID_CAMPAIGN_CREATED",
                  to,
                  Map.of("name", name.strip(), "from", from.name()));
              return new Answer.Done<>(to.publicId());
            });
  }

  /** Shows it to families from its first day on; what is missing is said. */
  public Optional<Answer<UUID>> publish(UUID id, int version) {
    Caller who = caller.get();
    return rows.find(who.authorityId(), id)
        .map(
            found -> {
              AidCampaign campaign =
                  entities.find(AidCampaign.class, found.id(), LockModeType.PESSIMISTIC_WRITE);
              if (campaign.publishedAt() != null) {
                return Answer.refused(Refusal.of("campaign", "publishedAlready"));
              }
              if (campaign.version() != version) {
                return new Answer.Stale<>(Optional.empty(), Optional.empty(), campaign.version());
              }
              List<Refusal> missing = missing(campaign);
              if (!missing.isEmpty()) {
                return new Answer.Refused<>(missing);
              }
              campaign.publish(clock.instant(), who.name());
              journal.write(who, "AID_CAMPAIGN_PUBLISHED", campaign, Map.of());
              return new Answer.Done<>(campaign.publicId());
            });
  }

  private List<Refusal> missing(AidCampaign campaign) {
    List<Refusal> missing = new ArrayList<>();
    for (CampaignPart part : parts) {
      missing.addAll(part.missing(campaign));
    }
    return missing;
  }

  private List<Refusal> named(Caller who, String name, int year) {
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      return List.of(Refusal.of("name", "nameMissing"));
    }
    boolean taken =
        rows.all(who.authorityId()).stream()
            .anyMatch(one -> one.schoolYear() == year && one.name().equalsIgnoreCase(name.strip()));
    return taken ? List.of(Refusal.of("name", "nameTaken")) : List.of();
  }

  private Line line(AidCampaign one, Map<ApplicationState, Long> applications) {
    ZoneId zone = time.zone(one.authorityId());
    return new Line(
        one.publicId(),
        one.name(),
        one.schoolYear(),
        CampaignPhase.of(one, clock.instant(), zone),
        one.days(),
        applications);
  }

  private Map<Long, Map<ApplicationState, Long>> counts(long authority) {
    Map<Long, Map<ApplicationState, Long>> counts = new HashMap<>();
    entities
        .createQuery(
            "select a.campaignId, a.state, count(a) from AidApplication a"
                + " where a.authorityId = :authority group by a.campaignId, a.state",
            Object[].class)
        .setParameter("authority", authority)
        .getResultStream()
        .forEach(
            row ->
                counts
                    .computeIfAbsent((Long) row[0], key -> new EnumMap<>(ApplicationState.class))
                    .put((ApplicationState) row[1], (Long) row[2]));
    return counts;
  }
}
