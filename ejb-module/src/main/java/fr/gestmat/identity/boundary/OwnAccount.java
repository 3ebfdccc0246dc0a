package fr.gestmat.identity.boundary;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.identity.control.Accounts;
import fr.gestmat.identity.control.PasswordCheck;
import fr.gestmat.identity.control.PasswordHash;
import fr.gestmat.identity.control.PasswordRules;
import fr.gestmat.identity.control.RightsJournal;
import fr.gestmat.identity.control.Secret;
import fr.gestmat.identity.control.SessionRows;
import fr.gestmat.identity.control.SignedOnCache;
import fr.gestmat.identity.entity.Account;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people do with their own account, whatever their rights. */
@Stateless
@RolesAllowed(Role.SIGNED_ON)
public class OwnAccount {

  @Inject private Accounts accounts;
  @Inject private CurrentCaller caller;
  @Inject private PasswordCheck passwords;
  @Inject private RightsJournal journal;
  @Inject private SessionRows sessions;
  @Inject private SignedOnCache cache;
  @Inject private Clock clock;

  /** The login of the caller's account; empty for somebody who comes through a portal. */
  public Optional<String> login() {
    return mine().flatMap(Account::login);
  }

  /**
   * Replaces the password and ends the account's other sessions. A wrong present password counts
   * like one at sign-on, and locks like it.
   *
   * @param present the present password
   * @param chosen the new one
   * @param repeated the new one, typed again
   * @param secret of the session that goes on
   * @return everything that is wrong; nothing was changed unless empty
   */
  public Set<PasswordRefusal> changePassword(
      String present, String chosen, String repeated, String secret) {
    Optional<Account> found = login().flatMap(accounts::ofLogin);
    if (found.isEmpty()) {
      return EnumSet.of(PasswordRefusal.WRONG_PRESENT_PASSWORD);
    }
    Account account = found.get();
    Set<PasswordRefusal> refusals = judge(account, chosen, repeated);
    if (!passwords.knows(account, present)) {
      refusals.add(PasswordRefusal.WRONG_PRESENT_PASSWORD);
    }
    if (refusals.isEmpty()) {
      account.choosePassword(PasswordHash.of(chosen));
      sessions.endOthers(account.id(), Secret.hash(secret));
      cache.clear();
      journal.ofAccount(account, "PASSWORD_CHANGED", Map.of());
    }
    return refusals;
  }

  /**
   * Ends the caller's other sessions: on a desk that was left open, or a machine that was lost.
   *
   * @param secret of the session that goes on
   */
  public void endOtherSessions(String secret) {
    mine()
        .ifPresent(
            account -> {
              sessions.endOthers(account.id(), Secret.hash(secret));
              cache.clear();
              journal.ofAccount(account, "OTHER_SESSIONS_ENDED", Map.of());
            });
  }

  /** The login that a one-time link lets choose a password for; empty when it is spent or old. */
  @PermitAll
  public Optional<String> awaited(String secret) {
    return activable(secret).flatMap(Account::login);
  }

  /**
   * Chooses the password that a one-time link allows, once.
   *
   * @return everything that is wrong with it; absent when the link is spent or old
   */
  @PermitAll
  public Optional<Set<PasswordRefusal>> activate(String secret, String chosen, String repeated) {
    return activable(secret)
        .map(
            account -> {
              Set<PasswordRefusal> refusals = judge(account, chosen, repeated);
              if (refusals.isEmpty()) {
                account.choosePassword(PasswordHash.of(chosen));
                sessions.endOthers(account.id(), Secret.hash(secret));
                cache.clear();
                journal.ofAccount(account, "PASSWORD_CHANGED", Map.of("by", "link"));
              }
              return refusals;
            });
  }

  private Optional<Account> mine() {
    Caller me = caller.get();
    return accounts.ofAuthority(me.authorityId(), me.accountPublicId());
  }

  private Optional<Account> activable(String secret) {
    return accounts.ofActivation(secret).filter(account -> account.activable(clock.instant()));
  }

  private static Set<PasswordRefusal> judge(Account account, String chosen, String repeated) {
    Set<PasswordRefusal> refusals =
        PasswordRules.judge(chosen, account.login().orElse(""), account.displayName());
    if (!chosen.equals(repeated)) {
      refusals.add(PasswordRefusal.NOT_REPEATED);
    }
    return refusals;
  }
}
