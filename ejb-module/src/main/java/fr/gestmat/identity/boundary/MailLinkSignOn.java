package fr.gestmat.identity.boundary;

import fr.gestmat.identity.control.Accounts;
import fr.gestmat.identity.control.LinkLife;
import fr.gestmat.identity.control.RightsJournal;
import fr.gestmat.identity.control.Secret;
import fr.gestmat.identity.control.SessionRows;
import fr.gestmat.identity.entity.Account;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The way in of families that no portal knows: a link that is mailed to their address, good once
 * and not for long. Open to everybody, as nobody is known yet: who holds the secret proves to read
 * the mails of that address, and nothing more.
 */
@Stateless
@PermitAll
public class MailLinkSignOn {

  /** Links for one address in {@link #WHILE} at most: nobody fills a stranger's letter box. */
  private static final int MOST = 3;

  private static final Duration WHILE = Duration.ofMinutes(15);

  @PersistenceContext private EntityManager entities;
  @Inject private Accounts accounts;
  @Inject private SessionRows sessions;
  @Inject private RightsJournal journal;
  @Inject private Clock clock;

  /** What a link is for; one is worth nothing in the place of another. */
  public enum Purpose {
    /** Somebody asked to come in. */
    SIGN_ON,
    /** A new campaign is announced to last year's families. */
    RENEWAL
  }

  /**
   * A link that was made.
   *
   * @param secret the only copy
   * @param expires until when it is good
   */
  public record Link(String secret, Instant expires) {}

  /**
   * Who came in.
   *
   * @param session secret of the new session
   * @param leadsTo the page that the link leads to
   */
  public record Arrival(String session, String leadsTo) {}

  /**
   * Makes a link to be mailed.
   *
   * @param email where it is mailed; the account is that of this address
   * @param name as the person is called if there is no such account yet
   * @param leadsTo a path of ours
   * @param life how long it should be good; see {@link LinkLife}
   * @return empty if this address was sent several within a short while
   */
  public Optional<Link> make(
      long authority, Purpose purpose, String email, String name, String leadsTo, Duration life) {
    Instant now = clock.instant();
    String address = email.strip().toLowerCase(Locale.ROOT);
    if (purpose == Purpose.SIGN_ON && recent(authority, address, now) >= MOST) {
      return Optional.empty();
    }
    Instant expires = now.plus(LinkLife.of(life));
    String secret = Secret.random();
    entities
        .createNativeQuery(
            "insert into mail_link (token_hash, purpose, authority_id, email, name, leads_to,"
                + " created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .setParameter(1, Secret.hash(secret))
        .setParameter(2, purpose.name())
        .setParameter(3, authority)
        .setParameter(4, address)
        .setParameter(5, name.strip())
        .setParameter(6, leadsTo)
        .setParameter(7, utc(now))
        .setParameter(8, utc(expires))
        .executeUpdate();
    return Optional.of(new Link(secret, expires));
  }

  private long recent(long authority, String address, Instant now) {
    return ((Number)
            entities
                .createNativeQuery(
                    "select count(*) from mail_link where authority_id = ? and email = ?"
                        + " and purpose = 'SIGN_ON' and created_at > ?")
                .setParameter(1, authority)
                .setParameter(2, address)
                .setParameter(3, utc(now.minus(WHILE)))
                .getSingleResult())
        .longValue();
  }

  /** Whether a secret still opens the door; looking at it does not spend it. */
  public boolean isGood(String secret) {
    return !find(secret, "").isEmpty();
  }

  /**
   * Comes in: the link is spent, and the account of the address is made or found.
   *
   * @return empty if there is no such link, it is spent or too old, or the account is closed
   */
  public Optional<Arrival> arrive(String secret) {
    List<?> found = find(secret, " for update");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Object[] link = (Object[]) found.get(0);
    long authority = ((Number) link[0]).longValue();
    String email = (String) link[1];
    Instant now = clock.instant();
    String login = "lien:" + authority + ":" + email;
    Account account =
        accounts.ofLogin(login).orElseGet(() -> create(authority, login, (String) link[2], email));
    if (!account.active()) {
      return Optional.empty();
    }
    entities
        .createNativeQuery("update mail_link set used_at = ? where token_hash = ?")
        .setParameter(1, utc(now))
        .setParameter(2, Secret.hash(secret))
        .executeUpdate();
    account.signedOn(now);
    journal.ofAccount(account, "SIGNED_ON_BY_LINK", Map.of());
    String session = Secret.random();
    sessions.open(Secret.hash(session), account.id(), Secret.random(), null);
    return Optional.of(new Arrival(session, (String) link[3]));
  }

  private Account create(long authority, String login, String name, String email) {
    Account account = Account.ofMailLink(authority, login, name, email, clock.instant());
    entities.persist(account);
    entities.flush();
    return account;
  }

  private List<?> find(String secret, String lock) {
    return entities
        .createNativeQuery(
            "select authority_id, email, name, leads_to from mail_link where token_hash = ?"
                + " and used_at is null and expires_at > ?"
                + lock)
        .setParameter(1, Secret.hash(secret))
        .setParameter(2, utc(clock.instant()))
        .getResultList();
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
