package fr.gestmat.mealaid.boundary.source;

import fr.gestmat.access.Answer;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.mealaid.control.decision.Establishing;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.control.source.EstablishedRule;
import fr.gestmat.mealaid.control.source.HouseholdFigure;
import fr.gestmat.mealaid.entity.AidApplication;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Figures of a household that officers establish in the authority's name, from a document or at the
 * desk (M-F21). They say which version they looked at: nobody contradicts a colleague unknowingly.
 */
@Stateless
@RolesAllowed({"AID_OFFICER", "AID_MANAGER"})
public class OwnFigures {

  @Inject private CurrentCaller caller;
  @Inject private Moves moves;
  @Inject private Establishing establishing;

  /**
   * Establishes a figure, in place of the one that was.
   *
   * @param version what was looked at
   * @return empty if there is no such application
   */
  public Optional<Answer<AidApplication>> establish(
      UUID id, int version, EstablishedRule.Typed typed) {
    return on(id, version, held -> establishing.establish(held, hand(), typed));
  }

  /**
   * Takes one back: what sources and family say counts again.
   *
   * @param version what was looked at
   * @return empty if there is no such application
   */
  public Optional<Answer<AidApplication>> takeBack(UUID id, int version, HouseholdFigure figure) {
    return on(id, version, held -> establishing.takeBack(held, hand(), figure));
  }

  private Optional<Answer<AidApplication>> on(
      UUID id, int version, Function<AidApplication, Answer<AidApplication>> step) {
    return moves
        .hold(hand(), id, version)
        .map(
            answer ->
                answer instanceof Answer.Done<AidApplication> done
                    ? step.apply(done.value())
                    : answer);
  }

  private Hand hand() {
    return Hand.officer(caller.get());
  }
}
