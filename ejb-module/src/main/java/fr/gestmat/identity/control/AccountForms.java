package fr.gestmat.identity.control;

import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.AccountRefusal;
import fr.gestmat.identity.boundary.GrantRefusal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an administrator may type about accounts and rights. */
public final class AccountForms {

  /** Letters, digits and what addresses hold: a login can be read out on the telephone. */
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{2,189}");

  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@]+");
  private static final int LONGEST_NAME = 240;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_SUBJECT = 190;

  private AccountForms() {}

  /** A login as it is kept: without regard to case, as it is typed at sign-on. */
  public static String login(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** Everything that is wrong with a local account. */
  public static Set<AccountRefusal> judge(String name, String login, String email) {
    Set<AccountRefusal> refusals = judgeName(name);
    if (!LOGIN.matcher(login(login)).matches()) {
      refusals.add(AccountRefusal.LOGIN);
    }
    String address = email.strip();
    if (!address.isEmpty()
        && (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches())) {
      refusals.add(AccountRefusal.EMAIL);
    }
    return refusals;
  }

  /** Everything that is wrong with somebody who is awaited from a portal. */
  public static Set<AccountRefusal> judgeAwaited(String name, String subject) {
    Set<AccountRefusal> refusals = judgeName(name);
    int length = subject.strip().length();
    if (length == 0 || length > LONGEST_SUBJECT) {
      refusals.add(AccountRefusal.SUBJECT);
    }
    return refusals;
  }

  private static Set<AccountRefusal> judgeName(String name) {
    Set<AccountRefusal> refusals = EnumSet.noneOf(AccountRefusal.class);
    int length = name.strip().length();
    if (length == 0 || length > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      refusals.add(AccountRefusal.NAME);
    }
    return refusals;
  }

  /**
   * Why a role cannot be given there.
   *
   * @param role which
   * @param onSchool whether it is to be limited to a school
   */
  public static Optional<GrantRefusal> judge(Role role, boolean onSchool) {
    if (!role.grantable()) {
      return Optional.of(GrantRefusal.ROLE);
    }
    return onSchool && !role.ofASchool()
        ? Optional.of(GrantRefusal.WHOLE_AUTHORITY_ONLY)
        : Optional.empty();
  }
}
