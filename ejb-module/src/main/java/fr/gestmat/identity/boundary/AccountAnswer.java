package fr.gestmat.identity.boundary;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What making an account leads to. */
public sealed interface AccountAnswer {

  /**
   * Made.
   *
   * @param id of the account
   * @param invitation the link to send, unless the account is another system's or a portal's
   */
  record Made(UUID id, Optional<Invitation> invitation) implements AccountAnswer {}

  /**
   * Not made.
   *
   * @param reasons everything that is wrong
   */
  record Refused(Set<AccountRefusal> reasons) implements AccountAnswer {

    /** Keeps the set unchangeable. */
    public Refused {
      reasons = Set.copyOf(reasons);
    }
  }
}
