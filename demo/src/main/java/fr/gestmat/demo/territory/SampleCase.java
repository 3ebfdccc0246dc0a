package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AidFamily.Child;
import fr.gestmat.demo.territory.AidFamily.College;
import fr.gestmat.demo.territory.AidFamily.Parent;
import fr.gestmat.demo.territory.SampleEvents.Who;
import fr.gestmat.mealaid.control.statement.Grant;
import fr.gestmat.mealaid.entity.Actor;
import fr.gestmat.mealaid.entity.ApplicationEvent;
import fr.gestmat.mealaid.entity.ApplicationState;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * One application for aid, played from its beginning: each step moves it as the product lets it
 * move, is told as the product tells it, and is as the product would have kept it. Steps come in
 * the order of time; {@link #write} ends the play. What it says by then is in its dossier.
 */
final class SampleCase {

  /** Where the département is. */
  static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  /** What the job writes that goes on without an answer. */
  private static final String UNANSWERED = "Délai de réponse dépassé";

  /** Somebody who acts for the authority. */
  record Officer(long account, String name) {}

  private final Chance chance;
  private final SampleCampaign campaign;
  private final AidFamily family;
  private final Child child;
  private final SampleDossier dossier;
  private final SampleEvents events;
  private final SampleExchange exchange;
  private final SampleDecisions decisions;

  SampleCase(
      SampleAidRows rows,
      Chance chance,
      SampleCampaign campaign,
      AidFamily family,
      Child child,
      SampleAnswers answers)
      throws SQLException {
    this.chance = chance;
    this.campaign = campaign;
    this.family = family;
    this.child = child;
    this.dossier = new SampleDossier(rows, campaign, family, child, answers);
    this.events = new SampleEvents(rows, dossier.id());
    this.exchange = new SampleExchange(rows, chance, events, dossier.id());
    this.decisions = new SampleDecisions(rows);
  }

  /** The family begins; the answers are typed by then. */
  void begin(Instant at) throws SQLException {
    dossier.begin(at);
    tell("BEGUN", sender(), at, Map.of());
  }

  /** An officer begins to type what came on paper some days before. */
  void typed(Officer by, LocalDate received, Instant at) throws SQLException {
    dossier.typed(by, received);
    begin(at);
  }

  /** It goes on from last year's. */
  void follows(SampleCase lastYears) {
    dossier.follows(lastYears.dossier);
  }

  /** The draft was left on a page of the form. */
  void left(String where, Instant at) {
    dossier.left(where, at);
  }

  /** The other parent who lives apart gives the own part. */
  void ownPart(Instant at) throws SQLException {
    dossier.ownPart(at);
    tell("OWN_PART", Who.of(family.other().orElseThrow()), at, Map.of());
  }

  /** It is sent. */
  void submit(Instant at) throws SQLException {
    dossier.submit(at);
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
    exchange.visa(college, dossier.figures(), boarding, eats, className, at);
    dossier.eats(boarding, eats);
    tell(
        "VISA",
        new Who(Actor.SCHOOL, college.bursarAccount(), college.bursar()),
        at,
        Map.of("boarding", boarding, "class", className, "meals", Integer.toString(eats)));
  }

  /** An officer takes it in hand. */
  void take(Officer by, Instant at) throws SQLException {
    dossier.taken(by, at);
    move(ApplicationEvent.TAKE, Who.of(by), at, Map.of());
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
      dossier.arrival().incomplete();
    }
    move(
        ApplicationEvent.ASK_CORRECTION,
        Who.of(officer()),
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
    dossier.quotient(quotient, at);
    if (dossier.state() == ApplicationState.TO_COMPLETE) {
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
    tell("SECOND_LOOK", Who.of(officer()), at, Map.of("question", question));
  }

  /** The colleague agrees. */
  void agree(Officer colleague, Instant at) throws SQLException {
    exchange.agree(colleague, at);
    tell("SECOND_LOOK_AGREED", Who.of(colleague), at, Map.of());
  }

  /** Whether the scale can't tell yet. */
  boolean isOpen() {
    return judged().isOpen();
  }

  private SampleJudgement judged() {
    return SampleJudgement.of(campaign, dossier.figures(), dossier.answers().health());
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
        granted
            ? judged.granting(dossier.arrival().term())
            : judged.refusing(dossier.answers().language());
    take(decision, granted ? ApplicationEvent.GRANT : ApplicationEvent.REFUSE, at, letter);
  }

  /** The officer closes it without a follow-up. */
  void close(String reason, Instant at, boolean letter) throws SQLException {
    take(judged().closing(reason), ApplicationEvent.CLOSE, at, letter);
  }

  private void take(SampleDecision decision, ApplicationEvent event, Instant at, boolean letter)
      throws SQLException {
    exchange.resolve("DECIDED", at);
    int number = decisions.take(decision, officer(), at, letter);
    move(event, Who.of(officer()), at, decision.told(number));
  }

  /** The family takes it back. */
  void withdraw(Instant at) throws SQLException {
    exchange.resolve("WITHDRAWN", at);
    move(ApplicationEvent.WITHDRAW, family(), at, Map.of());
  }

  /** The family contests the decision. */
  void contest(String body, Instant at) throws SQLException {
    exchange.contest(decisions.last(), family.applicant().name(), body, at);
    tell("APPEAL_FILED", family(), at, Map.of("filedOn", LocalDate.ofInstant(at, ZONE).toString()));
  }

  /** The authority keeps to its decision. */
  void reject(String answer, Instant at) throws SQLException {
    exchange.answer("REJECTED", answer, officer().name(), at);
    tell("APPEAL_REJECTED", Who.of(officer()), at, Map.of("answer", answer));
  }

  /** The authority looks at it again. */
  void uphold(String answer, Instant at) throws SQLException {
    exchange.answer("UPHELD", answer, officer().name(), at);
    SampleDecision before = decisions.last();
    before.superseded(at);
    exchange.reopened(before, answer, officer(), at);
    move(ApplicationEvent.REOPEN, Who.of(officer()), at, Map.of("reason", answer, "why", "APPEAL"));
  }

  private Officer officer() {
    return dossier.officer();
  }

  private Who family() {
    return Who.of(family.applicant());
  }

  /** Who begins and sends it: the family, or the officer who types what came on paper. */
  private Who sender() {
    return dossier.typist().map(Who::of).orElseGet(this::family);
  }

  private void move(ApplicationEvent event, Who who, Instant at, Map<String, String> detail)
      throws SQLException {
    ApplicationState from = dossier.move(event, who.actor());
    events.tell(event.name(), from, dossier.state(), who, at, detail);
  }

  private void tell(String event, Who who, Instant at, Map<String, String> detail)
      throws SQLException {
    events.tell(event, dossier.state(), dossier.state(), who, at, detail);
  }

  /** Whether a parent who lives apart is asked for an own part. */
  boolean isShared() {
    return dossier.answers().isShared();
  }

  /** Whether it was sent. */
  boolean isSent() {
    return dossier.arrival().isSent();
  }

  /** When it was sent, or came on paper. */
  Instant sentAt() {
    return dossier.arrival().sentAt();
  }

  /** What people quote. */
  void numbered(long given) {
    dossier.numbered(given);
  }

  /** Whether the aid was refused for the income alone, or for this rule. */
  boolean isRefusedFor(String code) {
    return dossier.state() == ApplicationState.REFUSED && decisions.last().codes().equals(code);
  }

  /** Whether it came in time for the first term. */
  boolean isForTheWholeYear() {
    return dossier.arrival().term() == 1;
  }

  /** When it was decided last. */
  Instant decidedAt() {
    return decisions.last().at();
  }

  /** Which collège it concerns. */
  College college() {
    return child.college();
  }

  /** As a statement reads it that is computed at a moment; empty before its first decision. */
  Optional<Grant> grant(Instant at) {
    return decisions.by(at).map(dossier::grant);
  }

  /** Writes it as it stands. */
  void write() throws SQLException {
    exchange.leaveOpen();
    dossier.write(chance, events);
    decisions.write(campaign, dossier.id(), chance);
    events.write();
  }
}
