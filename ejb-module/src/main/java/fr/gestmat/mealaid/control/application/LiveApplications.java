package fr.gestmat.mealaid.control.application;

import fr.gestmat.access.Caller;
import fr.gestmat.mealaid.control.application.FamilyChildren.Known;
import fr.gestmat.mealaid.entity.AidApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The one application of a child in a campaign that counts. */
@ApplicationScoped
public class LiveApplications {

  @PersistenceContext private EntityManager entities;

  /**
   * Those of some children in a campaign, whoever applied; of a child of whom only the caller says
   * who it is, the caller's.
   */
  public List<AidApplication> of(Caller who, long campaign, List<Known> children) {
    if (children.isEmpty()) {
      return List.of();
    }
    List<Long> pupils =
        children.stream().map(one -> one.child().pupilId()).filter(Objects::nonNull).toList();
    return entities
        .createQuery(
            "select a from AidApplication a where a.campaignId = :campaign"
                + " and a.authorityId = :authority"
                + " and (a.pupilId in :pupils or (a.pupilId is null and a.childKey in :keys))"
                + " and a.state not in (fr.gestmat.mealaid.entity.ApplicationState.WITHDRAWN,"
                + " fr.gestmat.mealaid.entity.ApplicationState.CLOSED)"
                + " and (a.archivedFrom is null or a.archivedFrom not in"
                + " (fr.gestmat.mealaid.entity.ApplicationState.WITHDRAWN,"
                + " fr.gestmat.mealaid.entity.ApplicationState.CLOSED)) order by a.id",
            AidApplication.class)
        .setParameter("campaign", campaign)
        .setParameter("authority", who.authorityId())
        .setParameter("pupils", pupils.isEmpty() ? List.of(-1L) : pupils)
        .setParameter("keys", children.stream().map(one -> one.keyFor(who)).toList())
        .getResultList();
  }

  /** Whether an application is for a child. */
  public static boolean isFor(AidApplication application, Known child) {
    Long pupil = application.pupilId();
    return pupil == null
        ? child.child().pupilId() == null && application.child().key().equals(child.child().key())
        : pupil.equals(child.child().pupilId());
  }

  /**
   * The latest application that was sent for a child in an earlier campaign by the same person:
   * where the answers of this year begin (M-D21).
   */
  public Optional<AidApplication> previous(Caller who, long campaign, Known child) {
    if (child.child().pupilId() == null) {
      return Optional.empty();
    }
    return entities
        .createQuery(
            "select a from AidApplication a where a.pupilId = :pupil and a.campaignId <> :campaign"
                + " and a.submitted is not null and (a.applicantGuardianId = :guardian"
                + " or a.applicantAccountId = :account) order by a.submittedAt desc",
            AidApplication.class)
        .setParameter("pupil", child.child().pupilId())
        .setParameter("campaign", campaign)
        .setParameter("guardian", FamilyReach.guardian(who))
        .setParameter("account", who.accountId())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
