package fr.gestmat.access;

import java.util.Set;

/**
 * The schools that a use case may touch for one caller. Every boundary applies it to its queries,
 * so that what one may not see looks like what does not exist.
 *
 * @param authorityId the authority; nothing outside of it is ever visible
 * @param wholeAuthority whether every school of the authority is
 * @param schoolIds the schools otherwise; may be empty, and then nothing is visible
 */
public record Scope(long authorityId, boolean wholeAuthority, Set<Long> schoolIds) {

  /** Copies the schools, so that a scope never changes after it was decided. */
  public Scope {
    schoolIds = Set.copyOf(schoolIds);
  }

  /** Whether the school, known to be of this authority, is inside. */
  public boolean covers(long schoolId) {
    return wholeAuthority || schoolIds.contains(schoolId);
  }

  /** Whether nothing at all is inside. */
  public boolean isEmpty() {
    return !wholeAuthority && schoolIds.isEmpty();
  }
}
