package fr.gestmat.mealaid.boundary.appeal;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.mealaid.control.appeal.AppealLife;
import fr.gestmat.mealaid.control.appeal.AppealRows;
import fr.gestmat.mealaid.control.appeal.AppealRows.Appeal;
import fr.gestmat.mealaid.control.appeal.AppealRows.State;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.notice.boundary.Told;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Appeals: typed by an officer for a family that wrote on paper, and answered. */
@Stateless
@RolesAllowed({"AID_OFFICER", "AID_MANAGER"})
public class Appeals {

  @Inject private CurrentCaller caller;
  @Inject private Moves moves;
  @Inject private AppealLife life;
  @Inject private AppealRows rows;

  /** The appeals that wait, the oldest first. */
  public List<Appeal> open() {
    return rows.open(caller.get().authorityId());
  }

  /**
   * Types an appeal that came on paper.
   *
   * @param filedOn the day on which it arrived
   * @return whether the family is told
   */
  public Optional<Answer<Told>> file(
      UUID application, int version, String body, LocalDate filedOn) {
    Hand hand = hand();
    return moves
        .hold(hand, application, version)
        .map(answer -> answer.then(held -> life.file(held, hand, body, filedOn)));
  }

  /**
   * Answers one.
   *
   * @param version of the application, as it was looked at
   * @param outcome upheld, rejected or inadmissible
   * @return empty if the application has no such appeal
   */
  public Optional<Answer<AidApplication>> answer(
      UUID application, int version, UUID appeal, State outcome, String text) {
    Hand hand = hand();
    Optional<Answer<AidApplication>> held = moves.hold(hand, application, version);
    if (held.isEmpty() || !(held.get() instanceof Answer.Done<AidApplication> done)) {
      return held;
    }
    return rows.find(done.value().id(), appeal)
        .map(found -> life.answer(done.value(), found, found.version(), outcome, text, hand));
  }

  private Hand hand() {
    Caller who = caller.get();
    return Hand.officer(who);
  }
}
