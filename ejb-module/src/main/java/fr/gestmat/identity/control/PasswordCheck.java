package fr.gestmat.identity.control;

import fr.gestmat.identity.boundary.PasswordAnswer;
import fr.gestmat.identity.entity.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether somebody knows the password of a login. Every answer takes the time of one hash, so that
 * the clock does not tell which logins exist.
 */
@ApplicationScoped
public class PasswordCheck {

  /** Where somebody types who signed on already, whatever network they are in. */
  private static final String IN_SESSION = "session";

  @Inject private Accounts accounts;
  @Inject private LocalFailures local;
  @Inject private SessionRows sessions;
  @Inject private RightsJournal journal;
  @Inject private Clock clock;

  /**
   * Opens a session if the password is right, counts the failure if not.
   *
   * @param network where it comes from, as far as addresses are told apart
   */
  public PasswordAnswer signOn(String login, String password, String network) {
    Optional<Account> found = accounts.ofLogin(login.strip().toLowerCase(Locale.ROOT));
    String kept = found.flatMap(Account::passwordHash).orElse(PasswordHash.nobody());
    boolean right = PasswordHash.matches(password, kept) && found.isPresent();
    if (found.isEmpty() || !found.get().active() || found.get().passwordHash().isEmpty()) {
      return new PasswordAnswer.Refused();
    }
    Account account = found.get();
    if (!accepted(account, right, kept, network)) {
      return new PasswordAnswer.Refused();
    }
    account.signedOn(clock.instant());
    journal.ofAccount(account, "SIGNED_ON", Map.of("by", "password"));
    String secret = Secret.random();
    sessions.open(Secret.hash(secret), account.id(), Secret.random(), null);
    return new PasswordAnswer.Welcome(secret);
  }

  /**
   * Whether a password is the account's, for somebody who signed on already: a session left open
   * must not be a place to guess at leisure, so that failures count and lock here too.
   */
  public boolean knows(Account account, String password) {
    String kept = account.passwordHash().orElse(PasswordHash.nobody());
    return accepted(account, PasswordHash.matches(password, kept), kept, IN_SESSION);
  }

  private boolean accepted(Account account, boolean right, String kept, String network) {
    Instant now = clock.instant();
    if (account.locked(now) || local.locked(kept, network, now)) {
      return false;
    }
    if (right) {
      local.forget(kept, network);
      return true;
    }
    int here = local.failed(kept, network, now);
    LockOut.here(here, now).ifPresent(until -> tell(account, here, until, network));
    int everywhere = account.failed(now);
    LockOut.everywhere(everywhere, now)
        .ifPresent(
            until -> {
              account.lock(until);
              tell(account, everywhere, until, "everywhere");
            });
    return false;
  }

  private void tell(Account account, int failures, Instant until, String from) {
    journal.ofAccount(
        account,
        "ACCOUNT_LOCKED",
        Map.of("failures", Integer.toString(failures), "until", until.toString(), "from", from));
  }
}
