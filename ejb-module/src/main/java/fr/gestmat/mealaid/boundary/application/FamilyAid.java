package fr.gestmat.mealaid.boundary.application;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.mealaid.control.application.AbandonedDrafts;
import fr.gestmat.mealaid.control.application.FamilyChildren;
import fr.gestmat.mealaid.control.application.FamilyChildren.Known;
import fr.gestmat.mealaid.control.application.FamilyReach;
import fr.gestmat.mealaid.control.application.FamilyReach.Party;
import fr.gestmat.mealaid.control.application.LiveApplications;
import fr.gestmat.mealaid.control.application.PutAwayDrafts;
import fr.gestmat.mealaid.control.application.PutAwayDrafts.PutAway;
import fr.gestmat.mealaid.control.application.Sheaf;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.campaign.CampaignPhase;
import fr.gestmat.mealaid.control.campaign.CampaignRows;
import fr.gestmat.mealaid.control.review.Readings;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidContributor;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a parent finds: the children, the campaigns, and where each application stands. */
@Stateless
@RolesAllowed("GUARDIAN")
public class FamilyAid {

  @Inject private CurrentCaller caller;
  @Inject private FamilyChildren children;
  @Inject private FamilyReach reach;
  @Inject private LiveApplications live;
  @Inject private Readings readings;
  @Inject private AbandonedDrafts abandoned;
  @Inject private PutAwayDrafts putAway;
  @Inject private CampaignRows campaigns;
  @Inject private AuthorityTime time;
  @Inject private Clock clock;

  /** How a child's application stands for the one who looks. */
  public enum Standing {
    /** There is none: one may be begun. */
    NONE,
    /** A draft of one's own, or shared. */
    DRAFT,
    /** Sent, of one's own or shared. */
    SENT,
    /** Somebody else's, to which the one who looks is asked to add an own part. */
    OWN_PART,
    /** The same, with the own part sent; it may be corrected. */
    OWN_PART_SENT,
    /** Somebody else's; that there is one is all that may be told (M-H11). */
    EXISTS
  }

  /**
   * A child in a campaign.
   *
   * @param child who
   * @param standing how the application stands for the one who looks
   * @param application its id, where it may be opened
   * @param state where it stands, where that may be told
   * @param number what people quote, once sent
   * @param unsent whether changes were not sent
   * @param hidden whether the family put it out of sight
   * @param toRead whether a decision waits to be read: how it went is not told before (M-I02)
   * @param putAway why the draft that there was is none any more, if an officer put it away
   */
  public record Line(
      Known child,
      Standing standing,
      Optional<UUID> application,
      Optional<ApplicationState> state,
      Optional<Long> number,
      boolean unsent,
      boolean hidden,
      boolean toRead,
      Optional<PutAway> putAway) {

    /** One of which nothing more may be told. */
    static Line bare(Known child, Standing standing, Optional<UUID> application) {
      return new Line(
          child,
          standing,
          application,
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          false,
          Optional.empty());
    }

    /** None, where there was a draft. */
    static Line none(Known child, Optional<PutAway> putAway) {
      return new Line(
          child,
          Standing.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          false,
          putAway);
    }
  }

  /**
   * A campaign as families see it.
   *
   * @param id public id
   * @param name as families know it
   * @param phase where it stands
   * @param opensOn first day
   * @param closesOn last day
   * @param fullEffectUntil last day for the whole year
   * @param welcome what the authority says; empty if nothing
   * @param contact whom to ask; empty if nobody said
   * @param lines the children
   */
  public record Seen(
      UUID id,
      String name,
      CampaignPhase phase,
      LocalDate opensOn,
      LocalDate closesOn,
      LocalDate fullEffectUntil,
      String welcome,
      String contact,
      List<Line> lines) {}

  /**
   * The page.
   *
   * @param authority who pays the aid
   * @param children all children of the one who looks
   * @param campaigns those that are open first, then the latest
   */
  public record Overview(String authority, List<Known> children, List<Seen> campaigns) {}

  /** What the caller finds. */
  public Overview overview() {
    Caller who = caller.get();
    ZoneId zone = time.zone(who.authorityId());
    Instant now = clock.instant();
    List<Known> mine = children.of(who);
    List<AidCampaign> seen = campaigns.seen(who.authorityId(), LocalDate.ofInstant(now, zone));
    List<Seen> shown = new ArrayList<>();
    for (AidCampaign campaign : seen) {
      List<AidApplication> applications = live.of(who, campaign.id(), mine);
      Set<Long> toRead = readings.missing(applications.stream().map(AidApplication::id).toList());
      List<AidApplication> gone = putAway.of(who, campaign.id(), mine);
      var texts = campaigns.texts(campaign.id());
      shown.add(
          new Seen(
              campaign.publicId(),
              campaign.name(),
              CampaignPhase.of(campaign, now, zone),
              campaign.days().opensOn(),
              campaign.days().closesOn(),
              campaign.days().fullEffectUntil(),
              texts.getOrDefault("WELCOME", ""),
              texts.getOrDefault("CONTACT", ""),
              mine.stream()
                  .map(child -> line(who, child, applications, toRead))
                  .map(line -> line.standing() == Standing.NONE ? none(line.child(), gone) : line)
                  .toList()));
    }
    shown.sort(Comparator.comparing(one -> one.phase() != CampaignPhase.OPEN));
    return new Overview(time.name(who.authorityId()), mine, shown);
  }

  private Line none(Known child, List<AidApplication> gone) {
    return Line.none(
        child,
        gone.stream()
            .filter(one -> LiveApplications.isFor(one, child))
            .flatMap(one -> putAway.of(one).stream())
            .findFirst());
  }

  private Line line(Caller who, Known child, List<AidApplication> applications, Set<Long> toRead) {
    Optional<AidApplication> its =
        applications.stream().filter(one -> LiveApplications.isFor(one, child)).findFirst();
    if (its.isEmpty()) {
      return Line.bare(child, Standing.NONE, Optional.empty());
    }
    AidApplication application = its.get();
    Optional<Party> party = reach.party(who, application);
    if (party.isEmpty() && abandoned.isOne(application)) {
      return Line.bare(child, Standing.NONE, Optional.empty());
    }
    if (party.isEmpty()) {
      return Line.bare(child, Standing.EXISTS, Optional.empty());
    }
    Optional<UUID> id = Optional.of(application.publicId());
    if (!party.get().sees()) {
      boolean sent =
          reach.contributor(who, application.id()).map(AidContributor::submittedAt).isPresent();
      return Line.bare(child, sent ? Standing.OWN_PART_SENT : Standing.OWN_PART, id);
    }
    boolean draft = application.state() == ApplicationState.DRAFT;
    boolean unread = toRead.contains(application.id());
    return new Line(
        child,
        draft ? Standing.DRAFT : Standing.SENT,
        id,
        unread ? Optional.empty() : Optional.of(application.state()),
        Optional.ofNullable(application.number()),
        Sheaf.isUnsent(application),
        application.hiddenByFamily(),
        unread,
        Optional.empty());
  }
}
