package fr.gestmat.mealaid.control.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a source that had no answer is asked again: over three days, then it is given up. */
final class SourceBackoff {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(20),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(8),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofHours(24));

  private SourceBackoff() {}

  /**
   * The next time.
   *
   * @param attempts so far, at least 1
   * @param wait what the source asked for; counts if it is longer
   * @return empty when it is given up
   */
  static Optional<Instant> next(int attempts, Optional<Duration> wait, Instant now) {
    if (attempts > WAITS.size()) {
      return Optional.empty();
    }
    Duration own = WAITS.get(attempts - 1);
    return Optional.of(now.plus(wait.filter(asked -> asked.compareTo(own) > 0).orElse(own)));
  }
}
