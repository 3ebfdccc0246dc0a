package fr.gestmat.identity.boundary;

import fr.gestmat.identity.control.Accounts;
import fr.gestmat.identity.control.DirectoryMatch;
import fr.gestmat.identity.control.PasswordCheck;
import fr.gestmat.identity.control.RightsJournal;
import fr.gestmat.identity.control.Secret;
import fr.gestmat.identity.control.SessionRows;
import fr.gestmat.identity.control.SignedOnCache;
import fr.gestmat.identity.entity.Account;
import fr.gestmat.identity.entity.IdentityProvider;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * How people come in and go. Open to everybody, as nobody is known yet; each way in proves the
 * person by itself.
 */
@Stateless
@PermitAll
public class SignOn {

  /**
   * A hash costs a fifth of a second of a core: a flood of guesses must leave room for the desks.
   */
  private static final Semaphore HASHING = new Semaphore(2);

  @PersistenceContext private EntityManager entities;
  @Inject private Accounts accounts;
  @Inject private DirectoryMatch directory;
  @Inject private PasswordCheck passwords;
  @Inject private RightsJournal journal;
  @Inject private SessionRows sessions;
  @Inject private SignedOnCache cache;
  @Inject private Clock clock;

  /** The portals that people may arrive from, by name. */
  public List<Portal> portals() {
    return entities
        .createQuery(
            "select p from IdentityProvider p where p.active = true order by p.name, p.key",
            IdentityProvider.class)
        .getResultStream()
        .map(Portal::of)
        .toList();
  }

  /** An active portal by its key. */
  public Optional<Portal> portal(String key) {
    return accounts.portal(key).filter(IdentityProvider::active).map(Portal::of);
  }

  /**
   * Somebody arrives whom a portal vouches for: their account is made or found, brought up to date
   * and signed on.
   *
   * @param portalKey of the portal that said so
   * @param attributes what it said
   * @param ticket that it was asked with; a single logout names it later
   * @return the secret of the new session; empty when the portal or the account is closed
   */
  public Optional<String> arrive(String portalKey, SignOnAttributes attributes, String ticket) {
    Optional<IdentityProvider> portal = accounts.portal(portalKey).filter(IdentityProvider::active);
    if (portal.isEmpty()) {
      return Optional.empty();
    }
    Account account =
        accounts
            .ofPortal(portal.get().id(), attributes.subject())
            .orElseGet(() -> firstArrival(portal.get(), attributes));
    if (!account.active()) {
      return Optional.empty();
    }
    account.describe(
        attributes.displayName(),
        attributes.email().orElse(null),
        attributes.profiles().stream().sorted().findFirst().map(Enum::name).orElse(null));
    directory.match(account, portal.get(), attributes);
    account.signedOn(clock.instant());
    journal.ofAccount(account, "SIGNED_ON", Map.of("by", portalKey));
    String secret = Secret.random();
    sessions.open(Secret.hash(secret), account.id(), Secret.random(), Secret.hash(ticket));
    return Optional.of(secret);
  }

  /**
   * Two tabs of one person may arrive at once: the portal's row lets one of them after the other.
   */
  private Account firstArrival(IdentityProvider portal, SignOnAttributes attributes) {
    entities.lock(portal, LockModeType.PESSIMISTIC_WRITE);
    return accounts
        .ofPortal(portal.id(), attributes.subject())
        .orElseGet(() -> create(portal, attributes));
  }

  private Account create(IdentityProvider portal, SignOnAttributes attributes) {
    Account account =
        Account.ofPortal(portal, attributes.subject(), attributes.displayName(), clock.instant());
    entities.persist(account);
    entities.flush();
    return account;
  }

  /**
   * Signs on with a login and a password of our own.
   *
   * @param network where it comes from, as far as addresses are told apart: wrong passwords from
   *     there keep nobody out who comes from elsewhere
   */
  public PasswordAnswer withPassword(String login, String password, String network) {
    if (!HASHING.tryAcquire()) {
      return new PasswordAnswer.Busy();
    }
    try {
      return passwords.signOn(login, password, network);
    } finally {
      HASHING.release();
    }
  }

  /**
   * A portal says that somebody signed out of it: the session that the ticket opened ends on every
   * server. Anybody can say so of a ticket that opened none; that costs the others nothing.
   */
  public void portalSignedOut(String portalKey, String ticket) {
    int ended =
        accounts
            .portal(portalKey)
            .map(portal -> sessions.endOfTicket(Secret.hash(ticket), portal.id()))
            .orElse(0);
    if (ended > 0) {
      cache.clear();
    }
  }
}
