package fr.gestmat.mealaid.control.appeal;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.appeal.AppealRows.Appeal;
import fr.gestmat.mealaid.control.appeal.AppealRows.Reopening;
import fr.gestmat.mealaid.control.appeal.AppealRows.State;
import fr.gestmat.mealaid.control.letter.LetterKind;
import fr.gestmat.mealaid.control.letter.LetterQueue;
import fr.gestmat.mealaid.control.review.AidNotices;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.control.review.ReviewDay;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.mealaid.entity.ApplicationEvent;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The life of an appeal: filed by the family or typed by an officer, then upheld, which opens the
 * application again, or answered. Needs a transaction.
 */
@ApplicationScoped
public class AppealLife {

  /** Longest reason, in characters. */
  public static final int LONGEST_REASON = 2_000;

  @PersistenceContext private EntityManager entities;
  @Inject private AppealRows appeals;
  @Inject private Moves moves;
  @Inject private LetterQueue letters;
  @Inject private AidNotices notices;
  @Inject private ReviewDay days;
  @Inject private Clock clock;

  /** The decision that stands. */
  public Optional<AidDecision> standing(long application) {
    return entities
        .createQuery(
            "select d from AidDecision d where d.applicationId = :id and d.supersededAt is null",
            AidDecision.class)
        .setParameter("id", application)
        .getResultStream()
        .findFirst();
  }

  /** Files an appeal against the decision that stands. */
  public Answer<Told> file(AidApplication held, Hand hand, String body, LocalDate filedOn) {
    Optional<AidDecision> decision = standing(held.id());
    if (decision.isEmpty()) {
      return Answer.refused(Refusal.of("appeal", "noDecision"));
    }
    AidCampaign campaign = entities.find(AidCampaign.class, held.campaignId());
    AppealRule.Situation situation =
        appeals.situation(
            decision.get().id(), campaign.appealDays(), days.zone(held.authorityId()));
    List<Refusal> reasons =
        AppealRule.refusals(situation, body, filedOn, days.today(held.authorityId()));
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    appeals.file(held.id(), decision.get().id(), hand, body.strip(), filedOn, situation);
    moves.tell(held, "APPEAL_FILED", hand, Map.of("filedOn", filedOn.toString()));
    return new Answer.Done<>(
        notices.tryToTell(
            held,
            NoticeKind.AID_APPEAL_FILED,
            Map.of("day", DateTimeFormatter.ofPattern("dd/MM/uuuu").format(filedOn))));
  }

  /**
   * Answers an appeal. An upheld one opens the application again, for a new decision; the answer
   * then is that decision's letter. If it is under review again already, only the answer is kept.
   */
  public Answer<AidApplication> answer(
      AidApplication held, Appeal appeal, int version, State outcome, String answer, Hand hand) {
    List<Refusal> reasons = new ArrayList<>();
    if (answer.isBlank()) {
      reasons.add(Refusal.of("answer", "missing"));
    } else if (answer.length() > LONGEST_REASON) {
      reasons.add(Refusal.of("answer", "tooLong", LONGEST_REASON));
    }
    if (appeal.state() != State.OPEN) {
      reasons.add(Refusal.of("appeal", "appealAnswered"));
    }
    boolean reopens = outcome == State.UPHELD && !held.state().isOpen();
    if (reopens) {
      reasons.addAll(obstacles(held, hand));
    }
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    if (!appeals.answer(appeal, version, outcome, answer.strip(), hand)) {
      return Moves.stale(held);
    }
    if (reopens) {
      return reopen(held, hand, Reopening.APPEAL, Optional.empty(), answer)
          .then(told -> new Answer.Done<>(held));
    }
    moves.tell(held, "APPEAL_" + outcome, hand, Map.of("answer", answer.strip()));
    if (outcome == State.UPHELD) {
      notices.tryToTell(held, NoticeKind.AID_APPEAL_ANSWERED, Map.of());
      return new Answer.Done<>(held);
    }
    letters.owe(held, appeal.decision(), LetterKind.APPEAL_REJECTED, "aid-appeal:" + appeal.id());
    return new Answer.Done<>(held);
  }

  /**
   * Opens a decided application again (M-A10). The decision stays in the history and stands no
   * more; its letter is void; the family sees the application again.
   *
   * @param effectOn for a change of situation, and for one whose day was wrong, the day from which
   *     a new decision counts
   */
  public Answer<Told> reopen(
      AidApplication held, Hand hand, Reopening kind, Optional<LocalDate> effectOn, String reason) {
    List<Refusal> reasons = reopening(kind, effectOn, reason);
    reasons.addAll(obstacles(held, hand));
    if (kind == Reopening.CORRECTION && appeals.changedOn(held.id()).isEmpty()) {
      reasons.add(Refusal.of("effectOn", "noChange"));
    }
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    if (held.state() == ApplicationState.ARCHIVED) {
      moves.move(held, ApplicationEvent.RESTORE, hand, Map.of());
    }
    AidDecision decision = standing(held.id()).orElseThrow();
    decision.supersede(clock.instant());
    letters.revoke(held.id());
    appeals.reopened(held.id(), decision.id(), kind, effectOn, reason.strip(), hand);
    Map<String, String> more = new HashMap<>(Map.of("reason", reason.strip(), "why", kind.name()));
    effectOn.ifPresent(day -> more.put("effectOn", day.toString()));
    moves.move(held, ApplicationEvent.REOPEN, hand, more);
    return new Answer.Done<>(notices.tryToTell(held, NoticeKind.AID_REOPENED, Map.of()));
  }

  /** What keeps an application from being opened again; empty if nothing does. */
  private List<Refusal> obstacles(AidApplication held, Hand hand) {
    if (standing(held.id()).isEmpty()) {
      return List.of(Refusal.of("state", "noDecision"));
    }
    ApplicationState from = Objects.requireNonNullElse(held.archivedFrom(), held.state());
    if (from.after(ApplicationEvent.REOPEN, hand.actor()).isEmpty()) {
      return List.of(Refusal.of("state", "in." + from));
    }
    return appeals.instead(held).stream().toList();
  }

  private static List<Refusal> reopening(
      Reopening kind, Optional<LocalDate> effectOn, String reason) {
    List<Refusal> reasons = new ArrayList<>();
    if (reason.isBlank()) {
      reasons.add(Refusal.of("reopening", "missing"));
    } else if (reason.length() > LONGEST_REASON) {
      reasons.add(Refusal.of("reopening", "tooLong", LONGEST_REASON));
    }
    if (kind.hasDay() && effectOn.isEmpty()) {
      reasons.add(Refusal.of("effectOn", "effectMissing"));
    }
    if (!kind.hasDay() && effectOn.isPresent()) {
      reasons.add(Refusal.of("effectOn", "effectWithoutChange"));
    }
    return reasons;
  }
}
