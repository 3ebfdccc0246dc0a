package fr.gestmat.access;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling: a person's session, or another system's token with the grants it was limited to.
 *
 * @param accountId account that the calls are journaled under
 * @param accountPublicId the same, for the outside
 * @param name the person's name, for screens and the journal
 * @param authorityId the one authority that everything belongs to
 * @param roles what they hold
 * @param pupilId the directory's pupil, when the person is one
 * @param guardianId the directory's guardian, when the person is one
 */
public record Caller(
    long accountId,
    UUID accountPublicId,
    String name,
    long authorityId,
    Set<HeldRole> roles,
    @Nullable Long pupilId,
    @Nullable Long guardianId) {

  /** Copies the roles, so that nobody adds one afterwards. */
  public Caller {
    roles = Set.copyOf(roles);
  }

  /** The schools where the caller holds at least one of {@code wanted}. */
  public Scope scope(Role... wanted) {
    var any = Set.copyOf(Arrays.asList(wanted));
    var held = roles.stream().filter(h -> any.contains(h.role())).toList();
    return new Scope(
        authorityId,
        held.stream().anyMatch(h -> h.schoolId() == null),
        held.stream()
            .map(HeldRole::schoolId)
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  /** Whether the caller holds one of {@code wanted}, on any school or on the authority. */
  public boolean holds(Role... wanted) {
    return !scope(wanted).isEmpty();
  }
}
