package fr.gestmat.identity.control;

import fr.gestmat.identity.entity.Account;
import fr.gestmat.identity.entity.IdentityProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Finds accounts and portals by what names them. */
@ApplicationScoped
public class Accounts {

  @PersistenceContext private EntityManager entities;

  /** The account of a portal's subject, locked: two tabs arrive one after the other. */
  public Optional<Account> ofPortal(long providerId, String subject) {
    return entities
        .createQuery(
            "select a from Account a where a.providerId = :provider and a.subject = :subject",
            Account.class)
        .setParameter("provider", providerId)
        .setParameter("subject", subject)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The local account of a login, locked: two guesses at a time count as two. */
  public Optional<Account> ofLogin(String login) {
    return entities
        .createQuery("select a from Account a where a.login = :login", Account.class)
        .setParameter("login", login)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The account that waits for its first password with this secret, locked. */
  public Optional<Account> ofActivation(String secret) {
    return entities
        .createQuery("select a from Account a where a.activationHash = :hash", Account.class)
        .setParameter("hash", Secret.hash(secret))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** An account of an authority. */
  public Optional<Account> ofAuthority(long authorityId, UUID publicId) {
    return entities
        .createQuery(
            "select a from Account a where a.publicId = :id and a.authorityId = :authority",
            Account.class)
        .setParameter("id", publicId)
        .setParameter("authority", authorityId)
        .getResultStream()
        .findFirst();
  }

  /** A portal by its key, active or not. */
  public Optional<IdentityProvider> portal(String key) {
    return entities
        .createQuery("select p from IdentityProvider p where p.key = :key", IdentityProvider.class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }
}
