package fr.gestmat.mealaid.control.application;

import fr.gestmat.access.Caller;
import fr.gestmat.mealaid.control.application.FamilyChildren.Adult;
import fr.gestmat.mealaid.control.application.FamilyChildren.Known;
import fr.gestmat.mealaid.control.application.FamilyReach.Party;
import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.form.FormRebase;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.Applicant;
import fr.gestmat.mealaid.entity.ApplicationOrigin;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Begins drafts with what is known already: the directory, last year's application, and what was
 * typed for a brother or a sister.
 */
@ApplicationScoped
public class Beginning {

  @PersistenceContext private EntityManager entities;
  @Inject private LiveApplications live;
  @Inject private CampaignForms forms;
  @Inject private AidJournal journal;
  @Inject private Clock clock;

  /**
   * Begins one; the database refuses a second live one for the same child, unless nobody but the
   * applicant says who the child is.
   *
   * @param sibling a draft of the same applicant, of which the household's part is taken
   */
  public AidApplication begin(
      Caller who,
      AidCampaign campaign,
      Known child,
      Applicant applicant,
      ApplicationOrigin origin,
      Adult adult,
      Optional<AidApplication> sibling) {
    Instant now = clock.instant();
    AidApplication application =
        new AidApplication(campaign, child.child(), applicant, origin, now);
    if (origin == ApplicationOrigin.FAMILY && !child.confirmed()) {
      application.onTheWordOf(who.accountId());
    }
    AidForm form = forms.of(campaign.id(), campaign.formVersion());
    Answers answers = known(child, adult, form);
    Optional<AidApplication> previous =
        origin == ApplicationOrigin.FAMILY
            ? live.previous(who, campaign.id(), child)
            : Optional.empty();
    if (previous.isPresent()) {
      answers = over(answers, lastYear(previous.get(), form));
      application.follows(previous.get().id());
    }
    if (sibling.isPresent()) {
      answers = answers.ofHousehold(AnswersJson.read(sibling.get().draft().answers()));
    }
    application.draft().rebase(AnswersJson.write(answers), form.version());
    entities.persist(application);
    entities.flush();
    journal.tell(
        who,
        origin == ApplicationOrigin.AGENT ? Party.AGENT : Party.APPLICANT,
        application,
        "BEGUN",
        ApplicationState.DRAFT,
        Map.of("campaign", campaign.name()),
        now);
    return application;
  }

  private Answers lastYear(AidApplication previous, AidForm form) {
    Integer version = previous.submittedFormVersion();
    return FormRebase.anew(
        AnswersJson.read(previous.submitted()),
        forms.of(previous.campaignId(), version == null ? 1 : version),
        form);
  }

  private static Answers known(Known child, Adult adult, AidForm form) {
    Map<String, String> household = new TreeMap<>(adult.answers());
    household.keySet().retainAll(form.questions().keySet());
    Map<String, String> own = new TreeMap<>();
    child.boarding().flatMap(Beginning::boarding).ifPresent(eats -> own.put("boarding", eats));
    child
        .meals()
        .filter(meals -> meals >= 1 && meals <= 5)
        .ifPresent(meals -> own.put("mealsAWeek", Integer.toString(meals)));
    return new Answers(household, own, Set.of());
  }

  private static Optional<String> boarding(String status) {
    return switch (status) {
      case "HALF_BOARDER", "HALF_BOARDER_TICKET", "HALF_BOARDER_ELSEWHERE" ->
          Optional.of("HALF_BOARDER");
      case "BOARDER", "BOARDER_HOUSED" -> Optional.of("BOARDER");
      case "DAY" -> Optional.of("DAY");
      default -> Optional.empty();
    };
  }

  /** The second ones where both say something, but what the directory says of this year's meals. */
  private static Answers over(Answers directory, Answers lastYear) {
    Map<String, String> household = new TreeMap<>(directory.household());
    household.putAll(lastYear.household());
    Map<String, String> child = new TreeMap<>(lastYear.child());
    child.putAll(directory.child());
    return new Answers(household, child, Set.of());
  }
}
