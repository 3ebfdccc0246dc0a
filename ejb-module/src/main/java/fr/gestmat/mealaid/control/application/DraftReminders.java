package fr.gestmat.mealaid.control.application;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.entity.Actor;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidEvent;
import fr.gestmat.notice.boundary.PublicPages;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reminds families of what they did not send: drafts, once, two days before the closing (M-E06);
 * changes that have waited for a day, once for each change (M-C11). Who sent an application in a
 * campaign is not reminded of drafts in it.
 */
@ApplicationScoped
public class DraftReminders {

  /** Days before the closing. */
  private static final int BEFORE = 2;

  private static final Duration PATIENCE = Duration.ofDays(1);

  /** Held in one transaction: the others are being written in, in the last days more than ever. */
  private static final int AT_ONCE = 200;

  private static final String REMINDED = "REMINDED";
  private static final String CHANGES_REMINDED = "CHANGES_REMINDED";
  private static final String JOB = "Rappels";

  private static final String DRAFT =
      " from AidApplication a where a.state = fr.gestmat.mealaid.entity.ApplicationState.DRAFT"
          + " and a.applicantEmail is not null"
          + " and not exists (select e from AidEvent e where e.applicationId = a.id"
          + " and e.event = :reminded)";

  /** Two questions, each with an index: one with "or" reads the whole campaign for each draft. */
  private static final String UNSENT =
      DRAFT
          + " and a.campaignId = :campaign"
          + " and not exists (select s from AidApplication s"
          + " where s.campaignId = a.campaignId and s.submittedAt is not null"
          + " and s.applicantAccountId = a.applicantAccountId)"
          + " and not exists (select s from AidApplication s"
          + " where s.campaignId = a.campaignId and s.submittedAt is not null"
          + " and s.applicantGuardianId = a.applicantGuardianId)";

  private static final String CHANGED =
      " from AidApplication a where a.state in"
          + " (fr.gestmat.mealaid.entity.ApplicationState.SUBMITTED,"
          + " fr.gestmat.mealaid.entity.ApplicationState.TO_COMPLETE)"
          + " and a.draft.answers is not null and a.draft.savedAt > a.submittedAt"
          + " and not exists (select e from AidEvent e where e.applicationId = a.id"
          + " and e.event = :reminded and e.happenedAt > a.draft.savedAt)";

  @PersistenceContext private EntityManager entities;
  @Inject private AidMails mails;
  @Inject private AuthorityTime time;
  @Inject private PublicPages pages;
  @Inject private Clock clock;

  /** Ids of the campaigns that families see. */
  @InTransaction
  public List<Long> campaigns() {
    return entities
        .createQuery(
            "select c.id from AidCampaign c where c.publishedAt is not null order by c.id",
            Long.class)
        .getResultList();
  }

  /**
   * Reminds of some of a campaign's drafts if today is the day. Families write in the others while
   * these are held; those of one account are told together.
   *
   * @return how many applications; none when no more are left
   */
  @InTransaction(ofItsOwn = true)
  public int drafts(long campaignId) {
    AidCampaign campaign = entities.find(AidCampaign.class, campaignId);
    if (!campaign.days().closesOn().equals(time.today(campaign.authorityId()).plusDays(BEFORE))) {
      return 0;
    }
    List<AidApplication> waiting = held(unsent(campaignId), DRAFT, REMINDED);
    for (AidApplication one : waiting) {
      mails.tell(
          one,
          NoticeKind.AID_DRAFT_WAITS,
          "aid-drafts-" + campaignId,
          Map.of(
              "child",
              one.child().givenName(),
              "day",
              FrenchDays.day(campaign.days().closesOn()),
              "link",
              pages.page("/aide/demandes/" + one.publicId() + "/questions")));
      remember(one, REMINDED);
    }
    return waiting.size();
  }

  /**
   * Reminds of some of the changes that wait to be sent.
   *
   * @return how many applications; none when no more are left
   */
  @InTransaction(ofItsOwn = true)
  public int changes(long campaignId) {
    List<Long> next =
        entities
            .createQuery(
                "select a.id"
                    + CHANGED
                    + " and a.campaignId = :campaign and a.draft.savedAt < :before order by a.id",
                Long.class)
            .setParameter("campaign", campaignId)
            .setParameter("before", clock.instant().minus(PATIENCE))
            .setParameter("reminded", CHANGES_REMINDED)
            .setMaxResults(AT_ONCE)
            .getResultList();
    List<AidApplication> waiting = held(next, CHANGED, CHANGES_REMINDED);
    for (AidApplication one : waiting) {
      mails.tell(
          one,
          NoticeKind.AID_CHANGES_WAIT,
          "aid-changes-" + one.id(),
          Map.of(
              "number",
              String.valueOf(one.number()),
              "child",
              one.child().givenName(),
              "link",
              pages.page("/aide/demandes/" + one.publicId() + "/verification")));
      remember(one, CHANGES_REMINDED);
    }
    return waiting.size();
  }

  /** The next drafts, with those of the same accounts. */
  private List<Long> unsent(long campaignId) {
    List<Object[]> next =
        entities
            .createQuery(
                "select a.id, a.applicantAccountId" + UNSENT + " order by a.id", Object[].class)
            .setParameter("campaign", campaignId)
            .setParameter("reminded", REMINDED)
            .setMaxResults(AT_ONCE)
            .getResultList();
    Set<Long> ids = new TreeSet<>();
    next.forEach(row -> ids.add((Long) row[0]));
    List<Object> accounts =
        next.stream().map(row -> row[1]).filter(Objects::nonNull).distinct().toList();
    if (!accounts.isEmpty()) {
      ids.addAll(
          entities
              .createQuery(
                  "select a.id" + UNSENT + " and a.applicantAccountId in :accounts", Long.class)
              .setParameter("campaign", campaignId)
              .setParameter("reminded", REMINDED)
              .setParameter("accounts", accounts)
              .getResultList());
    }
    return List.copyOf(ids);
  }

  /**
   * Takes in hand what still waits. Locked by their ids: a search that locks holds whatever it
   * reads, other campaigns' applications too.
   */
  private List<AidApplication> held(List<Long> ids, String waiting, String reminded) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select a" + waiting + " and a.id in :ids order by a.id", AidApplication.class)
            .setParameter("ids", ids)
            .setParameter("reminded", reminded)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
  }

  private void remember(AidApplication one, String event) {
    entities.persist(
        new AidEvent(one, event, one.state(), Actor.SYSTEM, null, JOB, null, clock.instant()));
  }
}
