package fr.gestmat.lending.boundary.incident;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.incident.Incident;
import fr.gestmat.lending.control.incident.IncidentRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The police reports that families added and that wait for whoever decides incidents. */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class PoliceReports {

  private static final int PAGE = 50;
  private static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  @Inject private CurrentCaller caller;
  @Inject private IncidentRows rows;

  /**
   * A page of incidents whose police report waits.
   *
   * @param count how many there are on all pages
   * @param incidents those of this page, the oldest first
   * @param next where the next page begins; absent at the end
   */
  public record Page(long count, List<Incident> incidents, Optional<Long> next) {}

  /** How many wait for the caller. */
  public long count() {
    return rows.countWaitingReports(caller.get().scope(MANAGERS));
  }

  /**
   * Those that wait for the caller.
   *
   * @param after key of the last one of the page before; 0 for the first
   */
  public Page waiting(long after) {
    Scope scope = caller.get().scope(MANAGERS);
    List<Incident> found = rows.waitingReports(scope, after, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Incident> shown = more ? found.subList(0, PAGE) : found;
    return new Page(
        rows.countWaitingReports(scope),
        shown,
        more ? Optional.of(shown.get(PAGE - 1).key()) : Optional.empty());
  }
}
