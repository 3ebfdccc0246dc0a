package fr.gestmat.filestore.entity;

import java.util.Set;

/**
 * Whose a file is.
 *
 * @param authorityId authority
 * @param schools the schools whose data are inside; empty for the whole authority
 * @param accountId account that sent it or asked for it
 */
public record FileOwner(long authorityId, Set<Long> schools, long accountId) {

  /** Copies the schools. */
  public FileOwner {
    schools = Set.copyOf(schools);
  }
}
