package fr.gestmat.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Wrong passwords from one place, since the last right one from there: who guesses shuts their own
 * place out, not the person. A new password begins anew.
 *
 * <p>In memory, for each server: what restarts and many servers add is bounded by what counts for
 * the account wherever it comes from, which is a row.
 */
@ApplicationScoped
public class LocalFailures {

  /** Passwords and places; the pair that failed longest ago is forgotten first. */
  private static final int MOST_KEPT = 10_000;

  private record Place(String passwordHash, String network) {}

  private record Failures(int many, Instant until) {}

  private final Map<Place, Failures> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Failures> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * Whether nothing that comes from a place is looked at for the moment.
   *
   * @param passwordHash what is kept of the right password
   */
  public synchronized boolean locked(String passwordHash, String network, Instant now) {
    Failures failures = kept.get(new Place(passwordHash, network));
    return failures != null && now.isBefore(failures.until());
  }

  /** A wrong password; answers how many in a row from there. */
  public synchronized int failed(String passwordHash, String network, Instant now) {
    Place place = new Place(passwordHash, network);
    Failures before = kept.remove(place);
    int many = before == null ? 1 : before.many() + 1;
    Optional<Instant> until = LockOut.here(many, now);
    kept.put(place, new Failures(many, until.orElse(now)));
    return many;
  }

  /** The right password came from there. */
  public synchronized void forget(String passwordHash, String network) {
    kept.remove(new Place(passwordHash, network));
  }
}
