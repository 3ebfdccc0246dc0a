package fr.gestmat.lending.control.count;

import fr.gestmat.lending.entity.Device;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a return at a desk for a sighting, where a count of the school says so (L108). Which
 * schools these are is kept in memory for {@link #KEPT}: a desk elsewhere pays nothing.
 */
@ApplicationScoped
public class CountedReturns {

  /** How long a count that opens on another server may take to be known. */
  private static final Duration KEPT = Duration.ofSeconds(10);

  @PersistenceContext private EntityManager entities;
  @Inject private CountedDevices devices;
  @Inject private Clock clock;

  private volatile Known known = new Known(Set.of(), Instant.MIN);

  private record Known(Set<Long> schools, Instant readAt) {}

  /** A device of the school was before somebody's eyes at its desk. Needs a transaction. */
  public void seen(long school, Device device, String agent) {
    if (device.homeSchoolId() == school && schools().contains(school)) {
      devices.returned(school, device.id(), clock.instant(), agent);
    }
  }

  /** Forgets what is kept: a count was opened or closed here. */
  void forget() {
    known = new Known(Set.of(), Instant.MIN);
  }

  private Set<Long> schools() {
    Known kept = known;
    Instant now = clock.instant();
    if (now.isBefore(kept.readAt()) || kept.readAt().isBefore(now.minus(KEPT))) {
      kept = new Known(read(), now);
      known = kept;
    }
    return kept.schools();
  }

  /**
   * With the transaction's own connection: forty desks that ask the pool for a second starve it.
   */
  private Set<Long> read() {
    return ((List<?>)
            entities
                .createNativeQuery(
                    "select distinct school_id from stock_count where closed_at is null and"
                        + " counts_returns")
                .getResultList())
        .stream().map(school -> ((Number) school).longValue()).collect(Collectors.toSet());
  }
}
