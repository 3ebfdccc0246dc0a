package fr.gestmat.mealaid.control.source;

import fr.gestmat.job.boundary.SharedPace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * The calls that all servers together may make to API Particulier: at most 20 a second for
 * everybody.
 */
@ApplicationScoped
public class CallBudget {

  /** Between two calls: 18 a second leave room for calls that reach the source late. */
  static final Duration SPACING = Duration.ofMillis(56);

  private static final String NAME = "API_PARTICULIER";

  @Inject private SharedPace pace;

  /**
   * Takes the next moment.
   *
   * @param most longest wait that makes sense to the caller
   * @return how long to wait for it, at least 0; empty if it is further away, and then none is
   *     taken
   */
  public Optional<Duration> take(Duration most) {
    return pace.take(NAME, SPACING, most);
  }

  /** Nobody calls for a while: the source asked for it. */
  public void pause(Duration wait) {
    pace.pause(NAME, wait);
  }
}
