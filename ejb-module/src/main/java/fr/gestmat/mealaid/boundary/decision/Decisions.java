package fr.gestmat.mealaid.boundary.decision;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.mealaid.control.decision.Assessed;
import fr.gestmat.mealaid.control.decision.Deciding;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.mealaid.control.review.FileReader;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes decisions. The application is locked while one is taken, so that of two contradictory ones
 * the second is told of the first, and one letter and one mail leave (M-A07).
 */
@Stateless
@RolesAllowed({"AID_OFFICER", "AID_MANAGER"})
public class Decisions {

  @Inject private CurrentCaller caller;
  @Inject private Moves moves;
  @Inject private Deciding deciding;
  @Inject private FileReader files;

  /**
   * Takes a decision.
   *
   * @param version what was looked at
   * @return public id of the decision; empty if there is no such application
   */
  public Optional<Answer<UUID>> decide(UUID id, int version, DecisionOrder order) {
    Caller who = caller.get();
    Hand hand = Hand.officer(who);
    return hold(hand, id, version, order)
        .map(
            answer -> {
              if (answer instanceof Answer.Done<AidApplication> done) {
                return deciding.decide(done.value(), hand, order, "aid-decision:" + id);
              }
              return passedOn(answer);
            });
  }

  /**
   * One that waits may be decided at once: who decides takes it in hand by the same gesture. If it
   * moved since it was read, its version tells.
   */
  private Optional<Answer<AidApplication>> hold(
      Hand hand, UUID id, int version, DecisionOrder order) {
    boolean waits =
        files
            .find(hand.authorityId(), id)
            .filter(one -> one.state() == ApplicationState.SUBMITTED)
            .isPresent();
    return waits ? moves.hold(hand, id, version) : moves.hold(hand, id, version, order.event());
  }

  /** What rules and scale say if an officer goes over rules with these motives. */
  public Optional<Assessed> preview(UUID id, Map<String, String> motives) {
    return files.find(caller.get().authorityId(), id).map(one -> deciding.assess(one, motives));
  }

  private static <T> Answer<T> passedOn(Answer<?> answer) {
    if (answer instanceof Answer.Stale<?> stale) {
      return new Answer.Stale<>(stale.by(), stale.at(), stale.version());
    }
    if (answer instanceof Answer.Refused<?> refused) {
      return new Answer.Refused<>(refused.reasons());
    }
    throw new IllegalStateException("nothing to pass on: " + answer);
  }
}
