package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.entity.ApplicationState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The counts of large campaigns, kept for a moment on each server: there the count is half of a
 * page, and nobody misses one among thousands. Small campaigns are counted each time.
 */
final class KeptCounts {

  /** How old the counts of a large campaign may be. */
  static final Duration KEPT = Duration.ofSeconds(10);

  private final Map<Long, Kept> kept = new ConcurrentHashMap<>();
  private final long large;

  private record Kept(Map<ApplicationState, Long> counts, Instant at) {}

  /**
   * Nothing is kept yet.
   *
   * @param large with this many applications in one state a campaign is large
   */
  KeptCounts(long large) {
    this.large = large;
  }

  /** The counts of a campaign: those that are kept, or counted now. */
  Map<ApplicationState, Long> of(
      long campaign, Instant now, Supplier<Map<ApplicationState, Long>> count) {
    Kept known = kept.get(campaign);
    if (known != null && !now.isBefore(known.at()) && now.isBefore(known.at().plus(KEPT))) {
      return known.counts();
    }
    Map<ApplicationState, Long> counts = count.get();
    if (counts.values().stream().anyMatch(one -> one >= large)) {
      kept.put(campaign, new Kept(counts, now));
    } else {
      kept.remove(campaign);
    }
    return counts;
  }
}
