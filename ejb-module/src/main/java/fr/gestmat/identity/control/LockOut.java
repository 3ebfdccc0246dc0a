package fr.gestmat.identity.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long an account rests after wrong passwords: nothing for the first four, then 30 seconds,
 * doubled with every further failure up to an hour. A right password in between starts again.
 */
public final class LockOut {

  private static final int FREE_TRIES = 4;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int DOUBLINGS = 7;

  private LockOut() {}

  /**
   * Until when no password is looked at.
   *
   * @param failures wrong passwords in a row, this one included
   * @param now when the last was typed
   */
  public static Optional<Instant> until(int failures, Instant now) {
    int over = failures - FREE_TRIES;
    if (over <= 0) {
      return Optional.empty();
    }
    Duration rest = FIRST.multipliedBy(1L << Math.min(over - 1, DOUBLINGS));
    return Optional.of(now.plus(rest.compareTo(LONGEST) > 0 ? LONGEST : rest));
  }
}
