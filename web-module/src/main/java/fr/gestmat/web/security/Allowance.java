package fr.gestmat.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The requests that somebody may still make (M-E14): as many at once as the bound of a minute or an
 * hour says, and each that was made is forgotten again bit by bit, so that after as long a rest all
 * of them are there. Two numbers say everything, whatever the number of requests, and who waits for
 * a moment gets on again, while the count of a whole minute would keep them out until its end.
 *
 * @param left how many; a part of one is one that is about to come
 * @param at when it was so
 */
record Allowance(double left, Instant at) {

  /**
   * What comes of a request.
   *
   * @param allowance what is left afterwards
   * @param pause how long to wait, in whole seconds from 1, if the request is refused
   */
  record Step(Allowance allowance, Optional<Duration> pause) {}

  /** Nothing was asked lately. */
  static Allowance whole(Instant now, int most) {
    return new Allowance(most, now);
  }

  /**
   * Makes a request. A refused one costs nothing: who insists does not wait longer for it.
   *
   * @param most how many the time may hold, at least 1
   * @param within that time
   */
  Step take(Instant now, int most, Duration within) {
    // A clock that was set back gives nothing and takes nothing.
    double since = Math.max(0, Duration.between(at, now).toMillis());
    double there = Math.min(most, left + since * most / within.toMillis());
    if (there >= 1) {
      return new Step(new Allowance(there - 1, now), Optional.empty());
    }
    double missing = (1 - there) * within.toMillis() / most;
    return new Step(
        new Allowance(there, now),
        Optional.of(Duration.ofSeconds(Math.max(1, (long) Math.ceil(missing / 1_000)))));
  }
}
