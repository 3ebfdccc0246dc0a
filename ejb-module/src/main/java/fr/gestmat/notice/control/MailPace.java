package fr.gestmat.notice.control;

import fr.gestmat.access.BoundSetting;
import fr.gestmat.job.boundary.SharedPace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the mails of all servers to as many in a minute as the mail server takes from us
 * (GESTMAT_MAILS_PER_MINUTE, M-I06): the one after them waits. Relays refuse, or hold for spam, who
 * sends 20,000 reminders at once. Without the setting mails go as fast as they are taken.
 */
@ApplicationScoped
class MailPace {

  private static final String NAME = "MAILS";

  /** A mail a minute is the slowest pace; a run need not end for it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Inject private SharedPace pace;

  private final Optional<Duration> spacing = spacing(System.getenv());

  /**
   * The time between two mails.
   *
   * @return nothing if they may follow at once
   * @throws IllegalStateException if the setting is no number from 1
   */
  static Optional<Duration> spacing(Map<String, String> environment) {
    OptionalInt perMinute = BoundSetting.ifSet(environment, "GESTMAT_MAILS_PER_MINUTE");
    return perMinute.isPresent()
        ? Optional.of(Duration.ofMinutes(1).dividedBy(perMinute.getAsInt()))
        : Optional.empty();
  }

  /**
   * Waits until the next mail may go.
   *
   * @return false if that is too far away for a run to wait for it
   */
  boolean await() throws InterruptedException {
    if (spacing.isEmpty()) {
      return true;
    }
    Optional<Duration> wait = pace.take(NAME, spacing.get(), PATIENCE);
    if (wait.isPresent()) {
      TimeUnit.NANOSECONDS.sleep(wait.get().toNanos());
    }
    return wait.isPresent();
  }
}
