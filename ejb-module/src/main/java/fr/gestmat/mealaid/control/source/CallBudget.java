package fr.gestmat.mealaid.control.source;

import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;

/**
 * The calls that all servers together may make: at most 20 a second for everybody. One row says
 * from when on the next call is allowed; who wants to call takes a moment from it. Moments are a
 * fixed time apart, so that no second holds more than 20, wherever it begins. The clock is the
 * database's, the same for all servers.
 */
@ApplicationScoped
public class CallBudget {

  /** Between two calls: 18 a second leave room for calls that reach the source late. */
  static final Duration SPACING = Duration.ofMillis(56);

  private static final String NAME = "API_PARTICULIER";

  @PersistenceContext private EntityManager entities;

  /**
   * Takes the next moment.
   *
   * @param most longest wait that makes sense to the caller
   * @return how long to wait for it, at least 0; empty if it is further away, and then none is
   *     taken
   */
  @InTransaction(ofItsOwn = true)
  public Optional<Duration> take(Duration most) {
    Number ahead =
        (Number)
            entities
                .createNativeQuery(
                    "select timestampdiff(microsecond, utc_timestamp(6), free_at)"
                        + " from call_budget where name = ? for update")
                .setParameter(1, NAME)
                .getSingleResult();
    Duration wait = Duration.ofNanos(Math.max(0, ahead.longValue()) * 1_000);
    if (wait.compareTo(most) > 0) {
      return Optional.empty();
    }
    push(SPACING);
    return Optional.of(wait);
  }

  /** Nobody calls for a while: the source asked for it. */
  @InTransaction(ofItsOwn = true)
  public void pause(Duration wait) {
    entities
        .createNativeQuery(
            "update call_budget set free_at ="
                + " greatest(free_at, utc_timestamp(6) + interval ? microsecond) where name = ?")
        .setParameter(1, wait.toNanos() / 1_000)
        .setParameter(2, NAME)
        .executeUpdate();
  }

  private void push(Duration by) {
    entities
        .createNativeQuery(
            "update call_budget set free_at ="
                + " greatest(free_at, utc_timestamp(6)) + interval ? microsecond where name = ?")
        .setParameter(1, by.toNanos() / 1_000)
        .setParameter(2, NAME)
        .executeUpdate();
  }
}
