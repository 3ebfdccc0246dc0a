package fr.gestmat.identity.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long passwords of an account are not looked at after wrong ones. Those from one place count
 * for that place: nothing for the first four, then 30 seconds, doubled with every further failure
 * up to an hour. Those from everywhere count together: nothing for the first hundred, then the
 * same, so that many places do not add up to many guesses. A right password in between starts
 * again.
 */
public final class LockOut {

  private static final int FREE_HERE = 4;
  private static final int FREE_EVERYWHERE = 100;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int DOUBLINGS = 7;

  private LockOut() {}

  /**
   * Until when no password from one place is looked at.
   *
   * @param failures wrong passwords in a row from there, this one included
   * @param now when the last was typed
   */
  public static Optional<Instant> here(int failures, Instant now) {
    return until(failures - FREE_HERE, now);
  }

  /**
   * Until when no password is looked at, wherever it comes from.
   *
   * @param failures wrong passwords in a row within a day, this one included
   * @param now when the last was typed
   */
  public static Optional<Instant> everywhere(int failures, Instant now) {
    return until(failures - FREE_EVERYWHERE, now);
  }

  private static Optional<Instant> until(int over, Instant now) {
    if (over <= 0) {
      return Optional.empty();
    }
    Duration rest = FIRST.multipliedBy(1L << Math.min(over - 1, DOUBLINGS));
    return Optional.of(now.plus(rest.compareTo(LONGEST) > 0 ? LONGEST : rest));
  }
}
