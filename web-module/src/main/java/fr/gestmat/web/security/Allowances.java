package fr.gestmat.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@link Allowance} of each account, or of each address, on this server.
 *
 * <p>In memory on purpose. This keeps one program that runs wild from taking the server away from
 * everybody else; with three servers it may make three times as many requests, which three servers
 * bear. A row would cost each scan a write. What must hold on all servers together, the documents
 * that an officer opens, is counted in a row ({@code DownloadLimit}).
 *
 * <p>At most so many are kept; those that asked nothing for the longest time are forgotten, which
 * gives them a whole allowance again, as rest would have.
 *
 * @param <K> who asks
 */
final class Allowances<K> {

  private final int bound;
  private final Duration within;
  private final Map<K, Allowance> kept;

  /**
   * Of nobody yet.
   *
   * @param perMinute requests that each may make in a minute, at least 1
   * @param most how many are kept
   */
  Allowances(int perMinute, int most) {
    this(perMinute, Duration.ofMinutes(1), most);
  }

  /**
   * Of nobody yet.
   *
   * @param bound requests that each may make in the time, at least 1
   * @param within that time
   * @param most how many are kept
   */
  Allowances(int bound, Duration within, int most) {
    this.bound = bound;
    this.within = within;
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Allowance> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * Counts a request.
   *
   * @return how long to wait if it is refused
   */
  synchronized Optional<Duration> take(K who, Instant now) {
    Allowance before = kept.getOrDefault(who, Allowance.whole(now, bound));
    Allowance.Step step = before.take(now, bound, within);
    kept.put(who, step.allowance());
    return step.pause();
  }

  /** How many are kept. */
  synchronized int size() {
    return kept.size();
  }
}
