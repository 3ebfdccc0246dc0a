package fr.gestmat.mealaid.boundary.application;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.AidJournal;
import fr.gestmat.mealaid.control.application.AskedDocuments;
import fr.gestmat.mealaid.control.application.Contributors;
import fr.gestmat.mealaid.control.application.EligibilityHint;
import fr.gestmat.mealaid.control.application.FamilyReach;
import fr.gestmat.mealaid.control.application.FamilyReach.Reached;
import fr.gestmat.mealaid.control.application.Sheaf;
import fr.gestmat.mealaid.control.application.Sheaves;
import fr.gestmat.mealaid.control.application.Wholeness;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.campaign.CampaignPhase;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.eligibility.CampaignRule;
import fr.gestmat.mealaid.control.eligibility.CampaignRules;
import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.FormFigures;
import fr.gestmat.mealaid.control.form.Step;
import fr.gestmat.mealaid.control.form.Steps;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Filling the form in, page by page: what is typed is kept at once, whatever it is. */
@Stateless
@RolesAllowed({"GUARDIAN", "AID_OFFICER"})
public class Questionnaire {

  /** How long a form that an officer opened counts as open. */
  public static final Duration OPEN = Duration.ofHours(1);

  @Inject private CurrentCaller caller;
  @Inject private FamilyReach reach;
  @Inject private Sheaves sheaves;
  @Inject private Contributors contributors;
  @Inject private Wholeness wholeness;
  @Inject private DocumentRows documents;
  @Inject private CampaignRules campaignRules;
  @Inject private AidJournal journal;
  @Inject private AuthorityTime time;
  @Inject private Clock clock;

  /**
   * What stands around every page of the form.
   *
   * @param id the application that leads here
   * @param revision what a page must say to save
   * @param campaign name of the campaign
   * @param phase where it stands
   * @param closesOn its last day
   * @param incomeYear income year that tax notices must be of
   * @param children given names, in the order of the steps
   * @param form the form
   * @param answers what was answered for each child
   * @param steps the way through the form
   * @param stopped key of the step where the family stopped
   * @param savedAt when something was kept last
   * @param sent whether it is a change of something that was sent
   * @param agent whether an officer types for the family
   */
  public record Frame(
      UUID id,
      int revision,
      String campaign,
      CampaignPhase phase,
      LocalDate closesOn,
      int incomeYear,
      List<String> children,
      AidForm form,
      List<Answers> answers,
      Steps steps,
      Optional<String> stopped,
      Optional<Instant> savedAt,
      boolean sent,
      boolean agent) {}

  /**
   * What is looked at before it is sent.
   *
   * @param frame around it
   * @param problems what is missing or wrong, by step
   * @param hints why sending makes no sense as long as the answers are these, by child (1 and up)
   * @param files the documents, by child
   * @param documentsFirst whether it is sent only with every mandatory document (M-G13)
   * @param sharers names of the other parents who see everything by what was answered
   */
  public record Summary(
      Frame frame,
      Map<String, List<Refusal>> problems,
      Map<Integer, List<Refusal>> hints,
      List<Files> files,
      boolean documentsFirst,
      List<String> sharers) {

    /** Whether it may be sent. */
    public boolean isReady() {
      return problems.isEmpty() && hints.isEmpty() && !lacksDocuments();
    }

    /** Whether documents keep it from being sent. */
    public boolean lacksDocuments() {
      return documentsFirst && files.stream().anyMatch(one -> !one.missing().isEmpty());
    }
  }

  /**
   * The documents of a child's application.
   *
   * @param application public id
   * @param asked what is asked for
   * @param arrived kinds of what is there
   * @param income reference tax income that was typed, to be compared with notices (M-M16)
   * @param shares shares that were typed
   */
  public record Files(
      UUID application,
      List<AskedDocuments.Asked> asked,
      Set<String> arrived,
      Optional<BigDecimal> income,
      Optional<BigDecimal> shares) {

    /** What the application is not whole without, and is not there. */
    public List<AskedDocuments.Asked> missing() {
      return AskedDocuments.missing(asked, arrived).stream()
          .filter(AskedDocuments.Asked::mandatory)
          .toList();
    }
  }

  /**
   * What was kept.
   *
   * @param revision what the page must say next
   * @param at when
   */
  public record Kept(int revision, Instant at) {}

  /** The form as it stands; empty if the caller has no part in it or nothing may be typed. */
  public Optional<Frame> open(UUID id) {
    return reached(id).flatMap(found -> read(found, sheaves.lock(found.application())));
  }

  /**
   * The same for a page of a form that is open already: an officer who types a form page by page
   * reads it once, and once more after {@link #OPEN}.
   */
  public Optional<Frame> turn(UUID id) {
    return reached(id)
        .flatMap(
            found -> {
              Sheaf sheaf = sheaves.lock(found.application());
              Optional<Frame> frame = frame(found, sheaf);
              if (frame.isPresent()) {
                Instant since = clock.instant().minus(OPEN);
                journal.readOn(caller.get(), found.party(), sheaf.applications(), since);
              }
              return frame;
            });
  }

  private Optional<Frame> read(Reached found, Sheaf sheaf) {
    Optional<Frame> frame = frame(found, sheaf);
    if (frame.isPresent()) {
      journal.read(caller.get(), found.party(), sheaf.applications());
    }
    return frame;
  }

  /** Names of the other parents who would see everything; empty too if the caller may not know. */
  public List<String> sharers(UUID id) {
    return reached(id)
        .map(found -> contributors.sharers(sheaves.lock(found.application()).applications()))
        .orElse(List.of());
  }

  /**
   * Keeps what was typed on a page.
   *
   * @param revision what the page knew
   * @param typed by question; what is not of this page is not looked at (M-H09)
   * @return stale if something newer was kept or the page is not on the way any more, refused if it
   *     was sent meanwhile (M-D07); empty if the caller has no part in it
   */
  public Optional<Answer<Kept>> save(UUID id, String key, int revision, Map<String, String> typed) {
    return reached(id).map(found -> save(found, key, revision, typed));
  }

  private Answer<Kept> save(Reached found, String key, int revision, Map<String, String> typed) {
    Sheaf sheaf = sheaves.lock(found.application());
    if (!sheaf.isOpen()) {
      return Answer.refused(Refusal.of("state", "sentAlready"));
    }
    Optional<Step> step = sheaf.steps().find(key);
    Instant now = clock.instant();
    if (step.isEmpty() || !sheaf.keep(revision, step.get(), typed, now)) {
      return new Answer.Stale<>(
          Optional.empty(),
          Optional.ofNullable(sheaf.applications().get(0).draft().savedAt()),
          sheaf.revision());
    }
    String page = step.get().page().code();
    if (page.equals("living")) {
      contributors.place(sheaf);
    }
    // Changes of what was sent may still be given up: the others follow when they are sent.
    if (found.party() != FamilyReach.Party.TOGETHER
        && sheaf.applications().get(0).state() == ApplicationState.DRAFT
        && (page.equals("living") || page.equals("custody"))) {
      sheaf.applications().forEach(one -> contributors.follow(one, sheaf.form(), false));
    }
    return new Answer.Done<>(new Kept(sheaf.revision(), now));
  }

  /** What is looked at before sending. */
  public Optional<Summary> summary(UUID id) {
    Optional<Reached> found = reached(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Sheaf sheaf = sheaves.lock(found.get().application());
    return read(found.get(), sheaf)
        .map(frame -> summary(frame, sheaf, wholeness.comesFirst(sheaf, found.get().party())));
  }

  private Summary summary(Frame frame, Sheaf sheaf, boolean documentsFirst) {
    Map<String, List<Refusal>> problems = new java.util.LinkedHashMap<>();
    for (Step step : frame.steps().all()) {
      List<Refusal> found = Steps.problems(sheaf.form(), step, frame.answers());
      if (!found.isEmpty()) {
        problems.put(step.key(), found);
      }
    }
    List<CampaignRule> rules = campaignRules.active(sheaf.campaign().id());
    Map<Integer, List<Refusal>> hints = new java.util.TreeMap<>();
    List<Files> files = new ArrayList<>();
    for (int i = 0; i < frame.answers().size(); i++) {
      Answers relevant = sheaf.form().relevant(frame.answers().get(i));
      List<Refusal> against = EligibilityHint.of(rules, relevant);
      if (!against.isEmpty()) {
        hints.put(i + 1, against);
      }
      AidApplication one = sheaf.applications().get(i);
      files.add(
          new Files(
              one.publicId(),
              wholeness.asked(one, relevant),
              documents.kinds(one.id()),
              FormFigures.income(relevant),
              FormFigures.shares(relevant)));
    }
    boolean together = sheaf.form().relevant(frame.answers().get(0)).is("living", "OTHER_PARENT");
    return new Summary(
        frame,
        problems,
        hints,
        files,
        documentsFirst,
        together ? contributors.sharers(sheaf.applications()) : List.of());
  }

  private Optional<Reached> reached(UUID id) {
    return reach.find(caller.get(), id).filter(found -> found.party().sees());
  }

  private Optional<Frame> frame(Reached found, Sheaf sheaf) {
    if (!sheaf.isOpen()) {
      return Optional.empty();
    }
    Caller who = caller.get();
    AidApplication first = sheaf.applications().get(0);
    return Optional.of(
        new Frame(
            found.application().publicId(),
            sheaf.revision(),
            sheaf.campaign().name(),
            CampaignPhase.of(sheaf.campaign(), clock.instant(), time.zone(who.authorityId())),
            sheaf.campaign().days().closesOn(),
            sheaf.campaign().incomeYear(),
            sheaf.applications().stream().map(one -> one.child().givenName()).toList(),
            sheaf.form(),
            sheaf.answers(),
            sheaf.steps(),
            Optional.ofNullable(first.draft().page()),
            Optional.ofNullable(first.draft().savedAt()),
            first.submittedAt() != null,
            found.party() == FamilyReach.Party.AGENT));
  }
}
