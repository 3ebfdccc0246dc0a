package fr.gestmat.job.boundary;

import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;

/**
 * A pace that all servers keep together towards a system that takes only so much. One row for each
 * system says from when on the next call is allowed; who wants to call takes a moment from it.
 * Moments are a fixed time apart, so that no window of time holds more than its share, wherever it
 * begins. The clock is the database's, the same for all servers.
 */
@ApplicationScoped
public class SharedPace {

  @PersistenceContext private EntityManager entities;

  /**
   * Takes the next moment.
   *
   * @param name of the row in {@code call_budget}
   * @param spacing between this moment and the one after it
   * @param most longest wait that makes sense to the caller
   * @return how long to wait for it, at least 0; empty if it is further away, and then none is
   *     taken
   */
  @InTransaction(ofItsOwn = true)
  public Optional<Duration> take(String name, Duration spacing, Duration most) {
    Number ahead =
        (Number)
            entities
                .createNativeQuery(
                    "select timestampdiff(microsecond, utc_timestamp(6), free_at)"
                        + " from call_budget where name = ? for update")
                .setParameter(1, name)
                .getSingleResult();
    Duration wait = Duration.ofNanos(Math.max(0, ahead.longValue()) * 1_000);
    if (wait.compareTo(most) > 0) {
      return Optional.empty();
    }
    entities
        .createNativeQuery(
            "update call_budget set free_at ="
                + " greatest(free_at, utc_timestamp(6)) + interval ? microsecond where name = ?")
        .setParameter(1, spacing.toNanos() / 1_000)
        .setParameter(2, name)
        .executeUpdate();
    return Optional.of(wait);
  }

  /** Nobody calls for a while: the other system asked for it. */
  @InTransaction(ofItsOwn = true)
  public void pause(String name, Duration wait) {
    entities
        .createNativeQuery(
            "update call_budget set free_at ="
                + " greatest(free_at, utc_timestamp(6) + interval ? microsecond) where name = ?")
        .setParameter(1, wait.toNanos() / 1_000)
        .setParameter(2, name)
        .executeUpdate();
  }
}
