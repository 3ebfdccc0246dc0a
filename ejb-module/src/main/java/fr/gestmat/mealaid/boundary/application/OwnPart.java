package fr.gestmat.mealaid.boundary.application;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.AidJournal;
import fr.gestmat.mealaid.control.application.CampaignForms;
import fr.gestmat.mealaid.control.application.FamilyReach;
import fr.gestmat.mealaid.control.application.FamilyReach.Party;
import fr.gestmat.mealaid.control.application.FamilyReach.Reached;
import fr.gestmat.mealaid.control.application.SourceAsking;
import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.form.FormCheck;
import fr.gestmat.mealaid.control.form.FormPage;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidContributor;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A separated parent's own part in an application of the other parent: the income of that
 * household. Nothing of what the other parent answered is shown here, nor this part to the other.
 */
@Stateless
@RolesAllowed("GUARDIAN")
public class OwnPart {

  private static final Set<ApplicationState> WELCOME =
      EnumSet.of(
          ApplicationState.DRAFT,
          ApplicationState.SUBMITTED,
          ApplicationState.IN_REVIEW,
          ApplicationState.TO_COMPLETE);

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private FamilyReach reach;
  @Inject private CampaignForms forms;
  @Inject private SourceAsking sources;
  @Inject private AidJournal journal;
  @Inject private Clock clock;

  /**
   * The part.
   *
   * @param id the application's public id
   * @param campaign name of the campaign
   * @param child the child's given name
   * @param incomeYear income year that tax notices must be of
   * @param form the pages that are asked
   * @param answers what the caller answered
   * @param sentAt when it was sent
   * @param open whether it may still be sent
   */
  public record Part(
      UUID id,
      String campaign,
      String child,
      int incomeYear,
      AidForm form,
      Answers answers,
      Optional<Instant> sentAt,
      boolean open) {}

  /** The caller's part in an application; empty if none is asked of them. */
  public Optional<Part> find(UUID id) {
    return reached(id).map(found -> part(found.application()));
  }

  private Part part(AidApplication application) {
    AidContributor mine = reach.contributor(caller.get(), application.id()).orElseThrow();
    AidCampaign campaign = entities.find(AidCampaign.class, application.campaignId());
    return new Part(
        application.publicId(),
        campaign.name(),
        application.child().givenName(),
        campaign.incomeYear(),
        form(campaign),
        AnswersJson.read(mine.answers()),
        Optional.ofNullable(mine.submittedAt()),
        WELCOME.contains(application.state()));
  }

  /** Sends the part, or sends it again; what is not asked is not kept. */
  public Optional<Answer<Instant>> send(UUID id, Map<String, String> typed) {
    return reached(id)
        .map(
            found -> {
              Caller who = caller.get();
              AidApplication application = found.application();
              // Both parents may send at once; the application is locked first by both.
              entities.refresh(application, LockModeType.PESSIMISTIC_WRITE);
              AidContributor mine =
                  entities.find(
                      AidContributor.class,
                      reach.contributor(who, application.id()).orElseThrow().id(),
                      LockModeType.PESSIMISTIC_WRITE);
              if (!WELCOME.contains(application.state())) {
                return Answer.refused(Refusal.of("state", "decidedAlready"));
              }
              AidForm form = form(entities.find(AidCampaign.class, application.campaignId()));
              Answers answers = Answers.NONE;
              for (FormPage page : form.pages()) {
                answers = answers.with(page, typed);
              }
              answers = form.relevant(answers);
              List<Refusal> reasons = FormCheck.all(form, answers);
              if (!reasons.isEmpty()) {
                return new Answer.Refused<>(reasons);
              }
              Instant now = clock.instant();
              mine.answer(AnswersJson.write(answers), who.accountId(), now);
              journal.tell(
                  who,
                  Party.SEPARATED,
                  application,
                  "OWN_PART",
                  application.state(),
                  Map.of(),
                  now);
              if (application.submittedAt() != null) {
                sources.ask(who, application, AnswersJson.read(application.submitted()));
                // Who looked at it before decides on other figures: they are told (M-A07).
                application.touch(who.name(), now);
              }
              return new Answer.Done<>(now);
            });
  }

  private Optional<Reached> reached(UUID id) {
    return reach.find(caller.get(), id).filter(found -> found.party() == Party.SEPARATED);
  }

  private AidForm form(AidCampaign campaign) {
    return forms.ofOwnPart(campaign.id(), campaign.formVersion());
  }
}
