package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AidFamily.Child;
import fr.gestmat.demo.territory.AidFamily.College;
import fr.gestmat.demo.territory.AidFamily.Parent;
import fr.gestmat.demo.territory.SampleEvents.Who;
import fr.gestmat.mealaid.control.statement.Grant;
import fr.gestmat.mealaid.control.statement.Stay;
import fr.gestmat.mealaid.entity.Actor;
import fr.gestmat.mealaid.entity.AidContributor;
import fr.gestmat.mealaid.entity.ApplicationEvent;
import fr.gestmat.mealaid.entity.ApplicationOrigin;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.Figures;
import fr.gestmat.mealaid.entity.statement.StatedChild;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One application for aid, played from its beginning: each step moves it as the product lets it
 * move, is told as the product tells it, and is as the product would have kept it. Steps come in
 * the order of time; {@link #write} ends the play.
 */
final class SampleCase {

  /** Where the département is. */
  static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  /** What the job writes that goes on without an answer. */
  private static final String UNANSWERED = "Délai de réponse dépassé";

  /** Somebody who acts for the authority. */
  record Officer(long account, String name) {}

  private final SampleAidRows rows;
  private final Chance chance;
  private final SampleCampaign campaign;
  private final AidFamily family;
  private final Child child;
  private final long id;
  private final SampleEvents events;
  private final SampleExchange exchange;
  private final List<SampleDecision> decisions = new ArrayList<>();

  private SampleAnswers answers;
  private ApplicationState state = ApplicationState.DRAFT;
  private Figures figures = Figures.UNKNOWN;
  private Optional<Officer> typist = Optional.empty();
  private @Nullable Long number;
  private @Nullable Instant submittedAt;
  private @Nullable Instant completeAt;
  private @Nullable Integer firstTerm;
  private @Nullable LocalDate receivedOn;
  private @Nullable Instant inReviewAt;
  private @Nullable Instant savedAt;
  private @Nullable Instant partSentAt;
  private @Nullable String page;
  private @Nullable Officer hand;
  private @Nullable Long previous;
  private Instant createdAt = Instant.EPOCH;

  SampleCase(
      SampleAidRows rows,
      Chance chance,
      SampleCampaign campaign,
      AidFamily family,
      Child child,
      SampleAnswers answers)
      throws SQLException {
    this.rows = rows;
    this.chance = chance;
    this.campaign = campaign;
    this.family = family;
    this.child = child;
    this.answers = answers;
    this.id = rows.applicationIds.next();
    this.events = new SampleEvents(rows, id);
    this.exchange = new SampleExchange(rows, chance, events, id);
  }

  /** The family begins; the answers are typed by then. */
  void begin(Instant at) throws SQLException {
    createdAt = at;
    savedAt = at.plusSeconds(240);
    tell("BEGUN", sender(), at, Map.of());
  }

  /** An officer begins to type what came on paper some days before. */
  void typed(Officer by, LocalDate received, Instant at) throws SQLException {
    typist = Optional.of(by);
    receivedOn = received;
    begin(at);
  }

  /** It goes on from last year's. */
  void follows(SampleCase lastYears) {
    previous = lastYears.id;
  }

  /** The draft was left on a page of the form. */
  void left(String where, Instant at) {
    page = where;
    savedAt = at;
  }

  /** The other parent who lives apart gives the own part. */
  void ownPart(Instant at) throws SQLException {
    partSentAt = at;
    tell("OWN_PART", by(family.other().orElseThrow()), at, Map.of());
  }

  private void contributor(Parent other) throws SQLException {
    boolean together = answers.living().equals("OTHER_PARENT");
    Instant part = partSentAt;
    if (together || answers.custody().equals("ALTERNATING")) {
      rows.contributors.add(
          rows.contributorIds.next(),
          id,
          together ? AidContributor.Kind.TOGETHER : AidContributor.Kind.SEPARATED,
          part == null ? null : other.account(),
          other.guardian(),
          other.name(),
          part == null ? null : answers.ownPart(other),
          part,
          submittedAt);
    }
  }

  /** It is sent. */
  void submit(Instant at) throws SQLException {
    // What came on paper counts as of the day it came.
    Instant arrived =
        receivedOn == null || !receivedOn.isBefore(LocalDate.ofInstant(at, ZONE))
            ? at
            : receivedOn.plusDays(1).atStartOfDay(ZONE).toInstant().minusMillis(1);
    OptionalInt term = campaign.days().firstTerm(arrived, ZONE);
    submittedAt = arrived;
    firstTerm = term.orElseThrow();
    completeAt = answers.whole() ? arrived : null;
    figures = answers.figures(family.applicant());
    savedAt = at;
    move(ApplicationEvent.SUBMIT, sender(), at, Map.of());
  }

  /**
   * The collège says how the child eats.
   *
   * @param eats days a week, 0 for who goes home
   */
  void visa(int eats, Instant at) throws SQLException {
    College college = child.college();
    String boarding = eats == 0 ? "DAY" : "HALF_BOARDER";
    String className = child.className(campaign.yearsAgo());
    Figures before = figures;
    figures =
        new Figures(
            before.familyQuotient(),
            before.referenceTaxIncome(),
            before.taxShares(),
            before.dependentChildren(),
            boarding,
            eats,
            before.residencePostalCode());
    events.later(
        () ->
            rows.visas.add(
                rows.visaIds.next(),
                id,
                college.id(),
                true,
                boarding,
                eats,
                className,
                at,
                college.bursar(),
                college.bursarAccount(),
                before.boardingStatus(),
                before.mealsAWeek()));
    tell(
        "VISA",
        new Who(Actor.SCHOOL, college.bursarAccount(), college.bursar()),
        at,
        Map.of("boarding", boarding, "class", className, "meals", Integer.toString(eats)));
  }

  /** An officer takes it in hand. */
  void take(Officer by, Instant at) throws SQLException {
    hand = by;
    inReviewAt = at;
    move(ApplicationEvent.TAKE, by(by), at, Map.of());
  }

  /** The officer writes something down for the colleagues. */
  void note(String text, Instant at) {
    exchange.note(officer(), text, at);
  }

  /**
   * The officer asks the family for something.
   *
   * @param kind why, as the product's statistics keep it
   */
  void ask(String kind, String text, LocalDate due, Instant at) throws SQLException {
    exchange.ask(officer(), kind, text, due, at);
    if (kind.equals("INCOMPLETE")) {
      completeAt = null;
    }
    move(
        ApplicationEvent.ASK_CORRECTION,
        by(officer()),
        at,
        Map.of("due", due.toString(), "kind", kind));
  }

  /** The family answers in a message. */
  void answer(String text, Instant at) throws SQLException {
    Parent parent = family.applicant();
    exchange.message("FAMILY", parent.account(), parent.name(), text, at);
    exchange.resolve("ANSWERED", at);
    move(ApplicationEvent.CORRECT, family(), at, Map.of());
  }

  /** The family sends its answers again, with a quotient. */
  void send(BigDecimal quotient, Instant at) throws SQLException {
    answers = answers.withQuotient(quotient);
    Figures told = answers.figures(family.applicant());
    figures =
        new Figures(
            told.familyQuotient(),
            told.referenceTaxIncome(),
            told.taxShares(),
            told.dependentChildren(),
            figures.boardingStatus(),
            figures.mealsAWeek(),
            told.residencePostalCode());
    savedAt = at;
    if (completeAt == null) {
      completeAt = at;
      firstTerm = campaign.days().termOfCompletion(at, ZONE).orElseThrow();
    }
    if (state == ApplicationState.TO_COMPLETE) {
      exchange.resolve("ANSWERED", at);
      move(ApplicationEvent.CORRECT, family(), at, Map.of());
    } else {
      tell("CHANGED", family(), at, Map.of());
    }
  }

  /** Nobody answered in time. */
  void resume(Instant at) throws SQLException {
    exchange.resolve("RESUMED", at);
    move(ApplicationEvent.RESUME, new Who(Actor.SYSTEM, null, UNANSWERED), at, Map.of());
  }

  /** The officer wants a colleague to look. */
  void askColleague(String question, Instant at) throws SQLException {
    exchange.askColleague(officer(), question, at);
    tell("SECOND_LOOK", by(officer()), at, Map.of("question", question));
  }

  /** The colleague agrees. */
  void agree(Officer colleague, Instant at) throws SQLException {
    exchange.agree(colleague, at);
    tell("SECOND_LOOK_AGREED", by(colleague), at, Map.of());
  }

  /** Whether the scale can't tell yet. */
  boolean isOpen() {
    return judged().isOpen();
  }

  private SampleJudgement judged() {
    return SampleJudgement.of(campaign, figures, answers.health());
  }

  /**
   * The officer decides by the rules and the scale.
   *
   * @param letter whether its letter is still to be made; older ones have none
   */
  void decide(Instant at, boolean letter) throws SQLException {
    SampleJudgement judged = judged();
    boolean granted = judged.failed().isEmpty();
    SampleDecision decision =
        granted ? judged.granting(term()) : judged.refusing(answers.language());
    keep(decision, at, letter);
    move(
        granted ? ApplicationEvent.GRANT : ApplicationEvent.REFUSE,
        by(officer()),
        at,
        decision.told(decisions.size()));
  }

  /** The officer closes it without a follow-up. */
  void close(String reason, Instant at, boolean letter) throws SQLException {
    SampleDecision decision = judged().closing(reason);
    keep(decision, at, letter);
    move(ApplicationEvent.CLOSE, by(officer()), at, decision.told(decisions.size()));
  }

  private void keep(SampleDecision decision, Instant at, boolean letter) throws SQLException {
    exchange.resolve("DECIDED", at);
    decision.taken(rows.decisionIds.next(), officer(), at, letter);
    decisions.add(decision);
  }

  private int term() {
    Integer first = firstTerm;
    return first == null ? 1 : first;
  }

  /** The family takes it back. */
  void withdraw(Instant at) throws SQLException {
    exchange.resolve("WITHDRAWN", at);
    move(ApplicationEvent.WITHDRAW, family(), at, Map.of());
  }

  /** The family contests the decision. */
  void contest(String body, Instant at) throws SQLException {
    exchange.contest(last(), family.applicant().name(), body, at);
    tell("APPEAL_FILED", family(), at, Map.of("filedOn", LocalDate.ofInstant(at, ZONE).toString()));
  }

  /** The authority keeps to its decision. */
  void reject(String answer, Instant at) throws SQLException {
    exchange.answer("REJECTED", answer, officer().name(), at);
    tell("APPEAL_REJECTED", by(officer()), at, Map.of("answer", answer));
  }

  /** The authority looks at it again. */
  void uphold(String answer, Instant at) throws SQLException {
    exchange.answer("UPHELD", answer, officer().name(), at);
    SampleDecision before = last();
    before.superseded(at);
    exchange.reopened(before, answer, officer(), at);
    move(ApplicationEvent.REOPEN, by(officer()), at, Map.of("reason", answer, "why", "APPEAL"));
  }

  private SampleDecision last() {
    return decisions.get(decisions.size() - 1);
  }

  private Officer officer() {
    if (hand == null) {
      throw new IllegalStateException("no officer has it");
    }
    return hand;
  }

  private Who family() {
    return by(family.applicant());
  }

  private static Who by(Parent parent) {
    return new Who(Actor.FAMILY, parent.account(), parent.name());
  }

  private static Who by(Officer officer) {
    return new Who(Actor.OFFICER, officer.account(), officer.name());
  }

  /** Who begins and sends it: the family, or the officer who types what came on paper. */
  private Who sender() {
    return typist.map(SampleCase::by).orElseGet(this::family);
  }

  private void move(ApplicationEvent event, Who who, Instant at, Map<String, String> detail)
      throws SQLException {
    ApplicationState from = state;
    state =
        from.after(event, who.actor())
            .orElseThrow(() -> new IllegalStateException(event + " cannot happen in " + from));
    events.tell(event.name(), from, state, who, at, detail);
  }

  private void tell(String event, Who who, Instant at, Map<String, String> detail)
      throws SQLException {
    events.tell(event, state, state, who, at, detail);
  }

  /** Whether a parent who lives apart is asked for an own part. */
  boolean isShared() {
    return answers.custody().equals("ALTERNATING");
  }

  /** Whether it was sent. */
  boolean isSent() {
    return submittedAt != null;
  }

  /** When it was sent, or came on paper. */
  Instant sentAt() {
    return Objects.requireNonNull(submittedAt);
  }

  /** What people quote. */
  void numbered(long given) {
    number = given;
  }

  /** Whether the aid was refused for the income alone, or for this rule. */
  boolean isRefusedFor(String code) {
    return state == ApplicationState.REFUSED && last().codes().equals(code);
  }

  /** Whether it came in time for the first term. */
  boolean isForTheWholeYear() {
    return term() == 1;
  }

  /** When it was decided last. */
  Instant decidedAt() {
    return last().at();
  }

  /** Database id. */
  long id() {
    return id;
  }

  /** Which collège it concerns. */
  College college() {
    return child.college();
  }

  /** As a statement reads it that is computed at a moment; empty before its first decision. */
  Optional<Grant> grant(Instant at) {
    Optional<SampleDecision> decision =
        decisions.stream().filter(one -> !one.at().isAfter(at)).reduce((earlier, latest) -> latest);
    return decision.map(
        one ->
            new Grant(
                new StatedChild(
                    id,
                    number,
                    child.pupil(),
                    null,
                    child.familyName().toUpperCase(Locale.FRANCE),
                    child.givenName(),
                    child.className(campaign.yearsAgo()),
                    figures.boardingStatus(),
                    figures.mealsAWeek()),
                one.terms(),
                one.unit(),
                one.amount(),
                List.of(Stay.always(child.college().id())),
                Optional.empty()));
  }

  /** Writes it as it stands. */
  void write() throws SQLException {
    exchange.leaveOpen();
    Parent applicant = family.applicant();
    boolean paper = typist.isPresent();
    boolean draft = state == ApplicationState.DRAFT;
    String familyName = child.familyName().toUpperCase(Locale.FRANCE);
    String json = answers.json(applicant);
    rows.applications.add(
        id,
        chance.uuid(),
        campaign.authority(),
        campaign.id(),
        number,
        child.pupil(),
        familyName,
        child.givenName(),
        child.born(),
        new fr.gestmat.mealaid.entity.Child(
                child.pupil(), familyName, child.givenName(), child.born(), child.college().id())
            .key(),
        child.college().id(),
        state,
        paper ? ApplicationOrigin.AGENT : ApplicationOrigin.FAMILY,
        paper ? null : applicant.account(),
        applicant.guardian(),
        applicant.name(),
        paper ? null : applicant.email(),
        draft ? json : null,
        1,
        12 + events.version(),
        page,
        savedAt,
        draft ? null : json,
        draft ? null : 1,
        submittedAt,
        completeAt,
        firstTerm,
        figures.familyQuotient(),
        figures.referenceTaxIncome(),
        figures.taxShares(),
        figures.dependentChildren(),
        figures.boardingStatus(),
        figures.mealsAWeek(),
        figures.residencePostalCode(),
        inReviewAt,
        hand == null ? null : hand.account(),
        hand == null ? null : hand.name(),
        previous,
        receivedOn,
        answers.language(),
        createdAt,
        events.changedAt(),
        events.changedBy(),
        events.version());
    if (isSent() && family.other().isPresent()) {
      contributor(family.other().get());
    }
    for (int i = 0; i < decisions.size(); i++) {
      decisions.get(i).write(rows, campaign, id, i + 1, chance);
    }
    events.write();
  }
}
