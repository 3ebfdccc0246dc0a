package fr.gestmat.identity.boundary;

import fr.gestmat.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An account in a list.
 *
 * @param id the id that the outside knows
 * @param name the person's, or another system's
 * @param login of a local account; empty for somebody who comes through a portal
 * @param portal name of that portal; empty for a local account
 * @param email address, if known
 * @param active whether it may be used
 * @param lastSignedOnAt when the person last came; empty if never
 * @param roles what it was given, anywhere
 */
public record AccountLine(
    UUID id,
    String name,
    String login,
    String portal,
    Optional<String> email,
    boolean active,
    Optional<Instant> lastSignedOnAt,
    List<Role> roles) {

  /** Keeps the list unchangeable. */
  public AccountLine {
    roles = List.copyOf(roles);
  }
}
