package fr.gestmat.identity.control;

import fr.gestmat.identity.boundary.SignedOn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Sessions and tokens that were just looked up. An answer is trusted for five seconds: a sign-out
 * or a right withdrawn on another server holds here after that, at once on this one.
 */
@ApplicationScoped
public class SignedOnCache {

  private static final Duration TRUSTED = Duration.ofSeconds(5);
  private static final int MOST = 20_000;

  @Inject private Clock clock;

  private final Map<ByteBuffer, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(SignedOn signedOn, Instant until) {}

  /** What stands behind a hash: known, or looked up now. Nobody is never remembered. */
  public Optional<SignedOn> get(byte[] hash, Supplier<Optional<SignedOn>> lookUp) {
    Instant now = clock.instant();
    ByteBuffer key = ByteBuffer.wrap(hash);
    Entry known = entries.get(key);
    if (known != null && now.isBefore(known.until())) {
      return Optional.of(known.signedOn());
    }
    Optional<SignedOn> found = lookUp.get();
    if (found.isEmpty()) {
      entries.remove(key);
      return found;
    }
    if (entries.size() >= MOST) {
      entries.values().removeIf(entry -> !now.isBefore(entry.until()));
    }
    if (entries.size() < MOST) {
      entries.put(key, new Entry(found.get(), now.plus(TRUSTED)));
    }
    return found;
  }

  /** Trusts no answer any more. */
  public void clear() {
    entries.clear();
  }
}
