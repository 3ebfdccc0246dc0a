package fr.gestmat.lending.control.policy;

import java.util.Optional;

/**
 * What becomes of the device at the end of schooling.
 *
 * @param given whether it is given (cession); otherwise it comes back
 * @param cohort the levels of leaving at which it is given; a pupil of another level returns it
 */
public record EndOfSchooling(boolean given, Cohort cohort) {

  /** Everybody returns it. */
  public static final EndOfSchooling RETURN = new EndOfSchooling(false, Cohort.EVERYONE);

  /** Whether a pupil who leaves from this level keeps the device. */
  public boolean givesTo(Optional<String> mef) {
    return given && cohort.includes(mef);
  }
}
