package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AidFamily.Child;
import fr.gestmat.demo.territory.AidFamily.Parent;
import fr.gestmat.demo.territory.SampleCase.Officer;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An application for aid as it stands: its state, what the family says in it and what rules read of
 * that, when it came and who has it in hand. It becomes the application's row, and the one of the
 * other parent.
 */
final class SampleDossier {

  private final SampleAidRows rows;
  private final SampleCampaign campaign;
  private final AidFamily family;
  private final Child child;
  private final long id;
  private final SampleArrival arrival;

  private SampleAnswers answers;
  private ApplicationState state = ApplicationState.DRAFT;
  private Figures figures = Figures.UNKNOWN;
  private Optional<Officer> typist = Optional.empty();
  private @Nullable Long number;
  private boolean visaGiven;
  private @Nullable Instant inReviewAt;
  private @Nullable Instant savedAt;
  private @Nullable Instant partSentAt;
  private @Nullable String page;
  private @Nullable Officer hand;
  private @Nullable Long previous;
  private Instant createdAt = Instant.EPOCH;

  /** A draft with these answers. */
  SampleDossier(
      SampleAidRows rows,
      SampleCampaign campaign,
      AidFamily family,
      Child child,
      SampleAnswers answers)
      throws SQLException {
    this.rows = rows;
    this.campaign = campaign;
    this.family = family;
    this.child = child;
    this.answers = answers;
    this.id = rows.applicationIds.next();
    this.arrival = new SampleArrival(campaign);
  }

  /** The answers are typed within minutes. */
  void begin(Instant at) {
    createdAt = at;
    savedAt = at.plusSeconds(240);
  }

  /** An officer types what came on paper on a day. */
  void typed(Officer by, LocalDate received) {
    typist = Optional.of(by);
    arrival.onPaper(received);
  }

  /** It goes on from another one. */
  void follows(SampleDossier before) {
    previous = before.id;
  }

  /** The draft was left on a page of the form. */
  void left(String where, Instant at) {
    page = where;
    savedAt = at;
  }

  /** The other parent gave the own part. */
  void ownPart(Instant at) {
    partSentAt = at;
  }

  /** It is sent. */
  void submit(Instant at) {
    arrival.submit(at, answers.whole());
    figures = answers.figures(family.applicant());
    savedAt = at;
  }

  /** How the child eats at school, as its collège says. */
  void eats(String boarding, int meals) {
    visaGiven = true;
    figures = eating(figures, boarding, meals);
  }

  /** The family gives its quotient after all; what the collège said stays. */
  void quotient(BigDecimal quotient, Instant at) {
    answers = answers.withQuotient(quotient);
    figures =
        eating(answers.figures(family.applicant()), figures.boardingStatus(), figures.mealsAWeek());
    savedAt = at;
    arrival.complete(at);
  }

  private static Figures eating(
      Figures others, @Nullable String boarding, @Nullable Integer meals) {
    return new Figures(
        others.familyQuotient(),
        others.referenceTaxIncome(),
        others.taxShares(),
        others.dependentChildren(),
        boarding,
        meals,
        others.residencePostalCode());
  }

  /** An officer takes it in hand. */
  void taken(Officer by, Instant at) {
    hand = by;
    inReviewAt = at;
  }

  /** Moves as the product lets it move; returns the state that it leaves. */
  ApplicationState move(ApplicationEvent event, Actor actor) {
    ApplicationState from = state;
    state =
        from.after(event, actor)
            .orElseThrow(() -> new IllegalStateException(event + " cannot happen in " + from));
    return from;
  }

  /** What people quote. */
  void numbered(long given) {
    number = given;
  }

  long id() {
    return id;
  }

  ApplicationState state() {
    return state;
  }

  SampleAnswers answers() {
    return answers;
  }

  Figures figures() {
    return figures;
  }

  /** The officer who typed it, if it came on paper. */
  Optional<Officer> typist() {
    return typist;
  }

  /** The officer who has it. */
  Officer officer() {
    if (hand == null) {
      throw new IllegalStateException("no officer has it");
    }
    return hand;
  }

  /** When it came, and for which terms. */
  SampleArrival arrival() {
    return arrival;
  }

  /** As a statement reads it under a decision. */
  Grant grant(SampleDecision decision) {
    return new Grant(
        new StatedChild(
            id,
            number,
            child.pupil(),
            null,
            familyName(),
            child.givenName(),
            child.className(campaign.yearsAgo()),
            figures.boardingStatus(),
            figures.mealsAWeek()),
        decision.terms(),
        decision.unit(),
        decision.amount(),
        List.of(Stay.always(child.college().id())),
        Optional.empty());
  }

  private String familyName() {
    return child.familyName().toUpperCase(Locale.FRANCE);
  }

  /**
   * Writes it.
   *
   * @param events how often and by whom it was changed
   */
  void write(Chance chance, SampleEvents events) throws SQLException {
    Parent applicant = family.applicant();
    boolean paper = typist.isPresent();
    boolean draft = state == ApplicationState.DRAFT;
    String json = answers.json(applicant);
    rows.applications.add(
        id,
        chance.uuid(),
        campaign.authority(),
        campaign.id(),
        number,
        child.pupil(),
        familyName(),
        child.givenName(),
        child.born(),
        new fr.gestmat.mealaid.entity.Child(
                child.pupil(), familyName(), child.givenName(), child.born(), child.college().id())
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
        arrival.submittedAt(),
        arrival.completeAt(),
        arrival.firstTerm(),
        figures.familyQuotient(),
        figures.referenceTaxIncome(),
        figures.taxShares(),
        figures.dependentChildren(),
        figures.boardingStatus(),
        figures.mealsAWeek(),
        figures.residencePostalCode(),
        visaGiven,
        inReviewAt,
        hand == null ? null : hand.account(),
        hand == null ? null : hand.name(),
        previous,
        arrival.receivedOn(),
        answers.language(),
        createdAt,
        events.changedAt(),
        events.changedBy(),
        events.version());
    if (arrival.isSent() && family.other().isPresent()) {
      contributor(family.other().get());
    }
  }

  private void contributor(Parent other) throws SQLException {
    boolean together = answers.living().equals("OTHER_PARENT");
    Instant part = partSentAt;
    if (together || answers.isShared()) {
      rows.contributors.add(
          rows.contributorIds.next(),
          id,
          together ? AidContributor.Kind.TOGETHER : AidContributor.Kind.SEPARATED,
          part == null ? null : other.account(),
          other.guardian(),
          other.name(),
          part == null ? null : answers.ownPart(other),
          part,
          arrival.submittedAt());
    }
  }
}
