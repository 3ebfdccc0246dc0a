package fr.gestmat.filestore.entity;

import fr.gestmat.access.Scope;
import java.util.Set;

/**
 * Whose a file is.
 *
 * @param authorityId authority
 * @param schools the schools whose data are inside; empty for the whole authority
 * @param accountId account that sent it or asked for it
 */
public record FileOwner(long authorityId, Set<Long> schools, long accountId) {

  /** Of what an account sees with the data of a scope inside: the wider one wins. */
  public static FileOwner of(Scope scope, long accountId) {
    return new FileOwner(
        scope.authorityId(), scope.wholeAuthority() ? Set.of() : scope.schoolIds(), accountId);
  }

  /** Copies the schools. */
  public FileOwner {
    schools = Set.copyOf(schools);
  }
}
