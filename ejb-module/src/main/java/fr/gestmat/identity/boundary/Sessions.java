package fr.gestmat.identity.boundary;

import fr.gestmat.identity.control.Secret;
import fr.gestmat.identity.control.SessionRows;
import fr.gestmat.identity.control.SignedOnCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Who stands behind the secret of a cookie or of an API token. Asked at every request, before
 * anybody is known; without a transaction, and at most once in five seconds from the database.
 */
@ApplicationScoped
public class Sessions {

  @Inject private SessionRows rows;
  @Inject private SignedOnCache cache;

  /** The session of a cookie; empty when it is over or never was. */
  public Optional<SignedOn> ofCookie(String secret) {
    byte[] hash = Secret.hash(secret);
    return cache.get(hash, () -> rows.session(hash));
  }

  /** What an API token may do; empty when it expired, was revoked or never was. */
  public Optional<SignedOn> ofToken(String secret) {
    byte[] hash = Secret.hash(secret);
    return cache.get(hash, () -> rows.token(hash));
  }

  /** Ends a session on every server; nothing happens if it is over already. */
  public void end(String secret) {
    rows.end(Secret.hash(secret));
    cache.clear();
  }

  /**
   * Makes a school the one that the person works for.
   *
   * @param secret of the session's cookie
   * @param school one of {@link SignedOn#schools}
   */
  public void work(String secret, SchoolRef school) {
    rows.work(Secret.hash(secret), school.id());
    cache.clear();
  }
}
