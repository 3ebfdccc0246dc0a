package fr.gestmat.identity.boundary;

import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A right that an account was given.
 *
 * @param id the id that the outside knows
 * @param role which role
 * @param school where; empty for the whole authority
 * @param at when it was given
 * @param by name of who gave it
 */
public record AccountGrant(UUID id, Role role, Optional<SchoolRef> school, Instant at, String by) {

  /** The right as the rules see it. */
  public HeldRole held() {
    return new HeldRole(role, school.map(SchoolRef::id).orElse(null));
  }
}
