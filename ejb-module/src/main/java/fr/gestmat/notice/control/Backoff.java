package fr.gestmat.notice.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a mail that could not be handed over is tried again: over two days, then given up. */
final class Backoff {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(16),
          Duration.ofHours(24));

  private Backoff() {}

  /**
   * The next try.
   *
   * @param attempts tries so far, at least 1
   * @param forGood whether the mail server said that it never will take this mail
   * @return null when there is none
   */
  static @Nullable Instant next(int attempts, boolean forGood, Instant now) {
    return forGood || attempts > WAITS.size() ? null : now.plus(WAITS.get(attempts - 1));
  }
}
