package fr.gestmat.mealaid.control.application;

import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** Finds what is filled in together with an application. */
@ApplicationScoped
public class Sheaves {

  @PersistenceContext private EntityManager entities;
  @Inject private CampaignForms forms;

  /** What is filled in together with an application, to be read. */
  public Sheaf read(AidApplication application) {
    return gather(application, LockModeType.NONE);
  }

  /**
   * The same, locked in the order of their ids and as they stand then; drafts of an earlier version
   * of the form go over to the one of today.
   */
  public Sheaf lock(AidApplication application) {
    Sheaf sheaf = gather(application, LockModeType.PESSIMISTIC_WRITE);
    int today = sheaf.campaign().formVersion();
    boolean draft = sheaf.applications().get(0).state() == ApplicationState.DRAFT;
    return draft && sheaf.form().version() != today
        ? sheaf.rebase(forms.of(sheaf.campaign().id(), today))
        : sheaf;
  }

  private Sheaf gather(AidApplication application, LockModeType lock) {
    List<AidApplication> together =
        application.state() == ApplicationState.DRAFT
            ? drafts(application, lock)
            : one(application, lock);
    // Sent by another tab between the reading and the lock: then it stands alone.
    if (together.stream().noneMatch(one -> one.id() == application.id())) {
      together = one(application, lock);
    }
    AidApplication first = together.get(0);
    AidCampaign campaign = entities.find(AidCampaign.class, first.campaignId());
    Integer version =
        first.draft().answers() == null && first.submitted() != null
            ? first.submittedFormVersion()
            : first.draft().formVersion();
    AidForm form = forms.of(campaign.id(), version == null ? campaign.formVersion() : version);
    return new Sheaf(campaign, form, together);
  }

  private List<AidApplication> one(AidApplication application, LockModeType lock) {
    return entities
        .createQuery("select a from AidApplication a where a.id = :id", AidApplication.class)
        .setParameter("id", application.id())
        .setLockMode(lock)
        .getResultList();
  }

  private List<AidApplication> drafts(AidApplication application, LockModeType lock) {
    Long guardian = application.applicant().guardianId();
    Long account = application.applicant().accountId();
    if (guardian == null && account == null) {
      return one(application, lock);
    }
    TypedQuery<AidApplication> query =
        entities.createQuery(
            "select a from AidApplication a where a.campaignId = :campaign"
                + " and a.state = fr.gestmat.mealaid.entity.ApplicationState.DRAFT"
                + " and a.origin = :origin and "
                + (guardian == null
                    ? "a.applicantAccountId = :applicant and a.applicantGuardianId is null"
                    : "a.applicantGuardianId = :applicant")
                + " order by a.id",
            AidApplication.class);
    return query
        .setParameter("campaign", application.campaignId())
        .setParameter("origin", application.origin())
        .setParameter("applicant", guardian == null ? account : guardian)
        .setLockMode(lock)
        .getResultList();
  }
}
