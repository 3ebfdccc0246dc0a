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
    return sheaf(together(application, false));
  }

  /**
   * The same, locked in the order of their ids and as they stand then; drafts of an earlier version
   * of the form go over to the one of today.
   */
  public Sheaf lock(AidApplication application) {
    Sheaf sheaf = sheaf(together(application, true));
    int today = sheaf.campaign().formVersion();
    boolean draft = sheaf.applications().get(0).state() == ApplicationState.DRAFT;
    return draft && sheaf.form().version() != today
        ? sheaf.rebase(forms.of(sheaf.campaign().id(), today))
        : sheaf;
  }

  private Sheaf sheaf(List<AidApplication> together) {
    AidApplication first = together.get(0);
    AidCampaign campaign = entities.find(AidCampaign.class, first.campaignId());
    Integer version =
        first.draft().answers() == null && first.submitted() != null
            ? first.submittedFormVersion()
            : first.draft().formVersion();
    AidForm form = forms.of(campaign.id(), version == null ? campaign.formVersion() : version);
    return new Sheaf(campaign, form, together);
  }

  private List<AidApplication> together(AidApplication application, boolean locked) {
    List<AidApplication> drafts =
        application.state() == ApplicationState.DRAFT ? drafts(application, locked) : List.of();
    // Sent by another tab between the reading and the lock: then it stands alone.
    return drafts.stream().anyMatch(one -> one.id() == application.id())
        ? drafts
        : alone(application, locked);
  }

  private List<AidApplication> alone(AidApplication application, boolean locked) {
    return locked
        ? entities
            .createNamedQuery(AidApplication.LOCKED, AidApplication.class)
            .setParameter("id", application.id())
            .getResultList()
        : List.of(application);
  }

  private List<AidApplication> drafts(AidApplication application, boolean locked) {
    Long guardian = application.applicant().guardianId();
    Long account = application.applicant().accountId();
    if (guardian == null && account == null) {
      return List.of();
    }
    TypedQuery<AidApplication> query =
        entities
            .createNamedQuery(
                guardian == null
                    ? AidApplication.DRAFTS_OF_ACCOUNT
                    : AidApplication.DRAFTS_OF_GUARDIAN,
                AidApplication.class)
            .setParameter("campaign", application.campaignId())
            .setParameter("origin", application.origin())
            .setParameter("applicant", guardian == null ? account : guardian);
    return (locked ? query : query.setLockMode(LockModeType.NONE)).getResultList();
  }
}
