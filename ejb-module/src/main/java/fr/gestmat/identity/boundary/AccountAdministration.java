package fr.gestmat.identity.boundary;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.identity.control.AccountForms;
import fr.gestmat.identity.control.AccountRows;
import fr.gestmat.identity.control.Accounts;
import fr.gestmat.identity.control.Administrators;
import fr.gestmat.identity.control.RightsJournal;
import fr.gestmat.identity.control.Secret;
import fr.gestmat.identity.control.SessionRows;
import fr.gestmat.identity.control.SignedOnCache;
import fr.gestmat.identity.entity.Account;
import fr.gestmat.identity.entity.IdentityProvider;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who can sign on, as the administrators of an authority decide it. All of it is journaled. */
@Stateless
@RolesAllowed("ADMIN")
public class AccountAdministration {

  /** Accounts of a page at most. */
  public static final int PAGE = 50;

  /** How long a link to choose a password is good: over a week-end and a short absence. */
  public static final Duration LINK_LIFE = Duration.ofDays(7);

  @PersistenceContext private EntityManager entities;
  @Inject private Accounts accounts;
  @Inject private AccountRows rows;
  @Inject private Administrators administrators;
  @Inject private CurrentCaller caller;
  @Inject private RightsJournal journal;
  @Inject private SessionRows sessions;
  @Inject private SignedOnCache cache;
  @Inject private Clock clock;

  /**
   * Accounts by name, at most {@link #PAGE}.
   *
   * @param words part of a name, a login or an address; empty for all
   * @param everybody whether those who only came through a portal, without any right, are listed
   * @param after the last account of the page before
   */
  public List<AccountLine> list(String words, boolean everybody, Optional<UUID> after) {
    return rows.page(authority(), words, everybody, after, PAGE);
  }

  /** An account of the authority. */
  public Optional<AccountFile> find(UUID id) {
    return accounts.ofAuthority(authority(), id).map(this::file);
  }

  private AccountFile file(Account account) {
    Optional<IdentityProvider> portal =
        account.providerId().map(key -> entities.find(IdentityProvider.class, key));
    return new AccountFile(
        account.publicId(),
        account.displayName(),
        account.login(),
        account.email(),
        portal.map(IdentityProvider::name),
        account.subject(),
        account.profile().map(EntProfile::valueOf),
        account.active(),
        access(account),
        account.createdAt(),
        account.lastSignedOnAt(),
        account.id() == caller.get().accountId(),
        rows.grants(account.id()));
  }

  private AccountFile.Access access(Account account) {
    if (account.providerId().isPresent()) {
      return AccountFile.Access.PORTAL;
    }
    if (account.passwordHash().isPresent()) {
      return AccountFile.Access.PASSWORD;
    }
    return account.activable(clock.instant())
        ? AccountFile.Access.AWAITS_PASSWORD
        : AccountFile.Access.NOBODY;
  }

  /**
   * Makes an account with a login of our own.
   *
   * @param name the person's, or the other system's
   * @param login as it is to be typed, without regard to case
   * @param email address; empty if there is none
   * @param person whether somebody is to choose a password for it; else it only lends its rights to
   *     tokens
   */
  public AccountAnswer create(String name, String login, String email, boolean person) {
    Set<AccountRefusal> refusals = AccountForms.judge(name, login, email);
    administrators.lock(authority());
    String kept = AccountForms.login(login);
    if (refusals.isEmpty() && accounts.ofLogin(kept).isPresent()) {
      refusals.add(AccountRefusal.LOGIN_TAKEN);
    }
    if (!refusals.isEmpty()) {
      return new AccountAnswer.Refused(refusals);
    }
    String address = email.strip();
    Account account =
        Account.local(
            authority(), kept, name.strip(), address.isEmpty() ? null : address, clock.instant());
    persist(account, Map.of("login", kept, "person", Boolean.toString(person)));
    return new AccountAnswer.Made(
        account.publicId(), person ? Optional.of(invite(account)) : Optional.empty());
  }

  /**
   * Makes the account of somebody who has not come through their portal yet, so that rights can
   * wait for them.
   *
   * @param portal key of the portal
   * @param subject what the portal will say of them: their id in the directory
   */
  public AccountAnswer await(String name, String portal, String subject) {
    Set<AccountRefusal> refusals = AccountForms.judgeAwaited(name, subject);
    administrators.lock(authority());
    Optional<IdentityProvider> from =
        accounts.portal(portal).filter(found -> found.authorityId() == authority());
    if (from.isEmpty()) {
      refusals.add(AccountRefusal.PORTAL);
    } else if (accounts.ofPortal(from.get().id(), subject.strip()).isPresent()) {
      refusals.add(AccountRefusal.SUBJECT_TAKEN);
    }
    if (!refusals.isEmpty()) {
      return new AccountAnswer.Refused(refusals);
    }
    Account account = Account.ofPortal(from.get(), subject.strip(), name.strip(), clock.instant());
    persist(account, Map.of("portal", portal, "subject", subject.strip()));
    return new AccountAnswer.Made(account.publicId(), Optional.empty());
  }

  private void persist(Account account, Map<String, String> detail) {
    entities.persist(account);
    entities.flush();
    journal.onAccount(caller.get(), "ACCOUNT_CREATED", account, detail);
  }

  /** A new link to choose a password; the link before is worth nothing any more. */
  public Optional<Invitation> invite(UUID id) {
    return accounts
        .ofAuthority(authority(), id)
        .filter(account -> account.active() && account.login().isPresent())
        .map(this::invite);
  }

  private Invitation invite(Account account) {
    String secret = Secret.random();
    Instant expires = clock.instant().plus(LINK_LIFE);
    account.awaitActivation(Secret.hash(secret), expires);
    journal.onAccount(
        caller.get(), "ACTIVATION_LINK_MADE", account, Map.of("expires", expires.toString()));
    return new Invitation(
        account.publicId(),
        account.displayName(),
        account.login().orElseThrow(),
        account.email(),
        secret,
        expires);
  }

  /**
   * Closes an account: its sessions end, its tokens are of no use until it is opened again.
   *
   * @return why not, if so; absent if there is no such account
   */
  public Optional<Set<AccountRefusal>> close(UUID id) {
    administrators.lock(authority());
    return accounts
        .ofAuthority(authority(), id)
        .map(
            account -> {
              if (!administrators.leftWithout(authority(), account.id())) {
                return Set.of(AccountRefusal.LAST_ADMINISTRATOR);
              }
              if (account.active()) {
                account.close();
                sessions.endAll(account.id());
                cache.clear();
                journal.onAccount(caller.get(), "ACCOUNT_CLOSED", account, Map.of());
              }
              return Set.<AccountRefusal>of();
            });
  }

  /**
   * Opens a closed account again, with the rights that it had; whether there is such an account.
   */
  public boolean reopen(UUID id) {
    Optional<Account> found = accounts.ofAuthority(authority(), id);
    found
        .filter(account -> !account.active())
        .ifPresent(
            account -> {
              account.reopen();
              journal.onAccount(caller.get(), "ACCOUNT_REOPENED", account, Map.of());
            });
    return found.isPresent();
  }

  private long authority() {
    return caller.get().authorityId();
  }
}
