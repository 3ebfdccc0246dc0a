package fr.gestmat.identity.boundary;

import fr.gestmat.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An API token in a list; its secret is kept nowhere.
 *
 * @param id the id that the outside knows
 * @param purpose what it was made for
 * @param accountId account that it acts as
 * @param account name of that account
 * @param accountActive whether that account may be used
 * @param createdAt when it was made
 * @param createdBy name of who made it
 * @param expiresAt from when it is of no use
 * @param revokedAt since when it was taken back, if it was
 * @param lastUsedAt when it was last used, to the minute; empty if never
 * @param rights what it may do, as long as its account may
 */
public record TokenLine(
    UUID id,
    String purpose,
    UUID accountId,
    String account,
    boolean accountActive,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt,
    List<Right> rights) {

  /** Keeps the list unchangeable. */
  public TokenLine {
    rights = List.copyOf(rights);
  }

  /**
   * A right of a token.
   *
   * @param role which role
   * @param school name of the school; empty for the whole authority
   */
  public record Right(Role role, Optional<String> school) {}

  /** What has become of it. */
  public State state(Instant now) {
    if (revokedAt.isPresent()) {
      return State.REVOKED;
    }
    if (!now.isBefore(expiresAt)) {
      return State.EXPIRED;
    }
    return accountActive ? State.GOOD : State.ACCOUNT_CLOSED;
  }

  /** What can become of a token. */
  public enum State {
    /** Systems may use it. */
    GOOD,
    /** Its time is over. */
    EXPIRED,
    /** An administrator took it back. */
    REVOKED,
    /** Its account is closed. */
    ACCOUNT_CLOSED
  }
}
