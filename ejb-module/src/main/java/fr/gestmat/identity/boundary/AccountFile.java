package fr.gestmat.identity.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An account with what it was given.
 *
 * @param id the id that the outside knows
 * @param name the person's, or another system's
 * @param login of a local account
 * @param email address, if known
 * @param portal name of the portal that the person comes through; empty for a local account
 * @param subject the portal's identifier of the person
 * @param profile what the portal says the person is
 * @param active whether it may be used
 * @param access how its person gets in
 * @param createdAt since when it exists
 * @param lastSignedOnAt when the person last came; empty if never
 * @param mine whether it is the caller's own
 * @param grants what it was given
 */
public record AccountFile(
    UUID id,
    String name,
    Optional<String> login,
    Optional<String> email,
    Optional<String> portal,
    Optional<String> subject,
    Optional<EntProfile> profile,
    boolean active,
    Access access,
    Instant createdAt,
    Optional<Instant> lastSignedOnAt,
    boolean mine,
    List<AccountGrant> grants) {

  /** Keeps the list unchangeable. */
  public AccountFile {
    grants = List.copyOf(grants);
  }

  /** How the person behind an account gets in. */
  public enum Access {
    /** Through a portal. */
    PORTAL,
    /** With a password that was chosen. */
    PASSWORD,
    /** With a link that was sent and is still good. */
    AWAITS_PASSWORD,
    /** Nobody does: it stands for another system, or its link has expired. */
    NOBODY
  }

  /**
   * Whether a token may act as this account: one's own, or one that nobody signs on with. What a
   * token does is journaled under its account, and must not pass for somebody else's work.
   */
  public boolean lendsToTokens() {
    return active && (mine || access == Access.NOBODY) && !grants.isEmpty();
  }
}
