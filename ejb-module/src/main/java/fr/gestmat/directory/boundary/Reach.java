package fr.gestmat.directory.boundary;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.control.DirectoryRows.Query;
import java.util.Collections;

/** What a caller may see of the directory, as a condition on the table of schools {@code s}. */
final class Reach {

  private static final Role[] READERS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };

  private Reach() {}

  /** The schools whose people the caller may see. */
  static Scope of(Caller caller) {
    return caller.scope(READERS);
  }

  /** The condition that limits a query to them, beginning with a blank. */
  static Query condition(Scope scope) {
    Query authority = Query.of(" s.authority_id = ?", scope.authorityId());
    if (scope.wholeAuthority()) {
      return authority;
    }
    if (scope.isEmpty()) {
      return authority.and(" and false");
    }
    return authority.and(
        " and s.id in ("
            + String.join(", ", Collections.nCopies(scope.schoolIds().size(), "?"))
            + ")",
        scope.schoolIds().toArray());
  }
}
