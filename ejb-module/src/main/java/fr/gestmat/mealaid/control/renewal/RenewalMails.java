package fr.gestmat.mealaid.control.renewal;

import fr.gestmat.identity.boundary.MailLinkSignOn;
import fr.gestmat.identity.control.LinkLife;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.application.AidMails;
import fr.gestmat.mealaid.control.application.FrenchDays;
import fr.gestmat.mealaid.entity.Actor;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidEvent;
import fr.gestmat.mealaid.entity.Applicant;
import fr.gestmat.notice.boundary.PublicPages;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The mails to last year's families. A family is an address: what it applied for then goes in one
 * mail. Who applied in the new campaign already, or took the application back, is not told. The
 * database takes capitals of addresses for small letters.
 */
@ApplicationScoped
public class RenewalMails {

  /** What an application of last year remembers once its family was told. */
  static final String TOLD = "RENEWAL_TOLD";

  private static final String WAITING =
      " from AidApplication a where a.authorityId = :authority and a.campaignId = :previous"
          + " and a.submittedAt is not null and a.applicantEmail is not null and a.state <>"
          + " fr.gestmat.mealaid.entity.ApplicationState.WITHDRAWN"
          + " and not exists (select e from AidEvent e where e.applicationId = a.id"
          + " and e.event = '"
          + TOLD
          + "') and not exists (select n from AidApplication n where n.campaignId = :campaign"
          + " and n.submittedAt is not null"
          + " and n.applicantEmail = a.applicantEmail)";

  @PersistenceContext private EntityManager entities;
  @Inject private AidMails mails;
  @Inject private PublicPages pages;
  @Inject private Clock clock;
  @EJB private MailLinkSignOn links;

  /** How many families are to be told of a campaign; 0 if there was none before it. */
  @InTransaction
  public long waiting(long authority, long campaign) {
    return previous(authority, campaign)
        .map(
            before ->
                on(
                        entities.createQuery(
                            "select count(distinct a.applicantEmail)" + WAITING, Long.class),
                        authority,
                        before,
                        campaign)
                    .getSingleResult())
        .orElse(0L);
  }

  /**
   * The addresses of the next families, in their order.
   *
   * @param after they come after this one; empty for the first
   * @param most at most so many
   */
  @InTransaction
  public List<String> unit(long authority, long campaign, String after, int most) {
    return previous(authority, campaign)
        .map(
            before ->
                on(
                        entities.createQuery(
                            "select distinct a.applicantEmail"
                                + WAITING
                                + " and a.applicantEmail > :after order by a.applicantEmail",
                            String.class),
                        authority,
                        before,
                        campaign)
                    .setParameter("after", after)
                    .setMaxResults(most)
                    .getResultList())
        .orElse(List.of());
  }

  /**
   * Tells some families, in a transaction of its own.
   *
   * @param addresses theirs, as {@link #unit} gave them
   * @param by who wants them told, for people
   * @return how many were told by this one
   */
  @InTransaction(ofItsOwn = true)
  public int tell(long authority, long campaignId, List<String> addresses, String by) {
    AidCampaign campaign = entities.find(AidCampaign.class, campaignId);
    long before = previous(authority, campaignId).orElseThrow();
    int told = 0;
    for (String address : addresses) {
      List<AidApplication> theirs = lock(authority, before, campaignId, address);
      if (!theirs.isEmpty()) {
        tell(campaign, theirs);
        told++;
      }
      for (AidApplication one : theirs) {
        entities.persist(
            new AidEvent(one, TOLD, one.state(), Actor.SYSTEM, null, by, null, clock.instant()));
      }
    }
    return told;
  }

  private List<AidApplication> lock(long authority, long before, long campaign, String address) {
    // A locking read sees what others committed: who was told meanwhile is left out.
    return on(
            entities.createQuery(
                "select a" + WAITING + " and a.applicantEmail = :address order by a.id",
                AidApplication.class),
            authority,
            before,
            campaign)
        .setParameter("address", address)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private void tell(AidCampaign campaign, List<AidApplication> theirs) {
    AidApplication first = theirs.get(0);
    String children =
        theirs.stream()
            .map(one -> one.child().givenName())
            .distinct()
            .collect(Collectors.joining(", "));
    mails.tell(
        first,
        NoticeKind.AID_RENEWAL,
        "aid-renewal-" + campaign.id(),
        Map.of(
            "child",
            children,
            "day",
            FrenchDays.day(campaign.days().closesOn()),
            "link",
            link(first)));
  }

  /** Where the family applies: through its portal, or by a link of its own that signs it on. */
  private String link(AidApplication one) {
    Applicant applicant = one.applicant();
    String email = applicant.email();
    if (email == null || hasPortal(applicant)) {
      return pages.page("/aide");
    }
    return links
        .make(
            one.authorityId(),
            MailLinkSignOn.Purpose.RENEWAL,
            email.toLowerCase(Locale.ROOT),
            applicant.name(),
            "/aide",
            LinkLife.LONGEST)
        .map(link -> pages.page("/connexion/lien/" + link.secret()))
        .orElseGet(() -> pages.page("/aide"));
  }

  private boolean hasPortal(Applicant applicant) {
    Long account = applicant.accountId();
    if (account == null) {
      return applicant.guardianId() != null;
    }
    return entities
            .createQuery(
                "select count(a) from Account a where a.id = :id and a.login like 'lien:%'",
                Long.class)
            .setParameter("id", account)
            .getSingleResult()
        == 0;
  }

  private Optional<Long> previous(long authority, long campaign) {
    AidCampaign one = entities.find(AidCampaign.class, campaign);
    if (one == null || one.authorityId() != authority) {
      return Optional.empty();
    }
    Long copied = one.copiedFromId();
    if (copied != null) {
      return Optional.of(copied);
    }
    return entities
        .createQuery(
            "select c.id from AidCampaign c where c.authorityId = :authority"
                + " and c.schoolYear < :year and c.publishedAt is not null"
                + " order by c.schoolYear desc, c.id desc",
            Long.class)
        .setParameter("authority", authority)
        .setParameter("year", one.schoolYear())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private static <T> TypedQuery<T> on(
      TypedQuery<T> query, long authority, long previous, long campaign) {
    return query
        .setParameter("authority", authority)
        .setParameter("previous", previous)
        .setParameter("campaign", campaign);
  }
}
