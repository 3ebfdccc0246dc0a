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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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

  /** No account has this id: a list of accounts is never empty. */
  private static final Long NOBODY = 0L;

  private static final String REMINDED = "REMINDED";
  private static final String CHANGES_REMINDED = "CHANGES_REMINDED";
  private static final String JOB = "Rappels";

  /** Two questions, each with an index: one with "or" reads the whole campaign for each draft. */
  private static final String UNSENT =
      " from AidApplication a where a.campaignId = :campaign"
          + " and a.state = fr.gestmat.mealaid.entity.ApplicationState.DRAFT"
          + " and a.applicantEmail is not null"
          + " and not exists (select e from AidEvent e where e.applicationId = a.id"
          + " and e.event = :reminded)"
          + " and not exists (select s from AidApplication s"
          + " where s.campaignId = a.campaignId and s.submittedAt is not null"
          + " and s.applicantAccountId = a.applicantAccountId)"
          + " and not exists (select s from AidApplication s"
          + " where s.campaignId = a.campaignId and s.submittedAt is not null"
          + " and s.applicantGuardianId = a.applicantGuardianId)";

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
    List<Object[]> next =
        entities
            .createQuery(
                "select a.id, a.applicantAccountId" + UNSENT + " order by a.id", Object[].class)
            .setParameter("campaign", campaignId)
            .setParameter("reminded", REMINDED)
            .setMaxResults(AT_ONCE)
            .getResultList();
    if (next.isEmpty()) {
      return 0;
    }
    Set<Long> accounts = new HashSet<>(Set.of(NOBODY));
    next.stream().map(row -> (Long) row[1]).filter(Objects::nonNull).forEach(accounts::add);
    List<AidApplication> waiting =
        entities
            .createQuery(
                "select a"
                    + UNSENT
                    + " and (a.id in :ids or a.applicantAccountId in :accounts) order by a.id",
                AidApplication.class)
            .setParameter("campaign", campaignId)
            .setParameter("reminded", REMINDED)
            .setParameter("ids", next.stream().map(row -> (Long) row[0]).toList())
            .setParameter("accounts", accounts)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
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
    Instant now = clock.instant();
    List<AidApplication> waiting =
        entities
            .createQuery(
                "select a from AidApplication a where a.campaignId = :campaign"
                    + " and a.state in (fr.gestmat.mealaid.entity.ApplicationState.SUBMITTED,"
                    + " fr.gestmat.mealaid.entity.ApplicationState.TO_COMPLETE)"
                    + " and a.draft.answers is not null and a.draft.savedAt < :before"
                    + " and a.draft.savedAt > a.submittedAt"
                    + " and not exists (select e from AidEvent e where e.applicationId = a.id"
                    + " and e.event = :reminded and e.happenedAt > a.draft.savedAt) order by a.id",
                AidApplication.class)
            .setParameter("campaign", campaignId)
            .setParameter("before", now.minus(PATIENCE))
            .setParameter("reminded", CHANGES_REMINDED)
            .setMaxResults(AT_ONCE)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
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

  private void remember(AidApplication one, String event) {
    entities.persist(
        new AidEvent(one, event, one.state(), Actor.SYSTEM, null, JOB, null, clock.instant()));
  }
}
