package fr.gestmat.lending.control.desk;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.ScanSituation.Desk;
import fr.gestmat.lending.control.SchoolRef;
import fr.gestmat.lending.entity.LendingRight;
import fr.gestmat.lending.entity.Sighting;
import java.time.Instant;
import java.util.Optional;

/**
 * A desk with somebody at it.
 *
 * @param caller who scans
 * @param facts the authority
 * @param school the school of the desk, where the caller may scan
 * @param right what the caller may cause there
 * @param scope the schools whose pupils the caller may see
 * @param now the time of the scan
 */
public record Station(
    Caller caller,
    AuthorityFacts facts,
    SchoolRef school,
    LendingRight right,
    Scope scope,
    Instant now) {

  /** Who may scan, lowest right first. */
  private static final Role[] DESK = {Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER};

  /** The desk of a caller in a school; empty if there is no such school or right there. */
  public static Optional<Station> find(
      Caller caller, AuthorityFacts facts, String uai, Instant now) {
    Scope scope = caller.scope(DESK);
    return Optional.ofNullable(facts.schoolsByUai().get(uai))
        .filter(school -> scope.covers(school.id()))
        .map(school -> new Station(caller, facts, school, right(caller, school.id()), scope, now));
  }

  private static LendingRight right(Caller caller, long schoolId) {
    if (caller.scope(Role.REGION_MANAGER).covers(schoolId)) {
      return LendingRight.REGION;
    }
    return caller.scope(Role.LOAN_MANAGER).covers(schoolId)
        ? LendingRight.STOCK
        : LendingRight.DESK;
  }

  /** The same, with fresher facts. */
  public Station knowing(AuthorityFacts fresh) {
    return new Station(caller, fresh, school, right, scope, now);
  }

  /** The same, for the rules. */
  Desk desk() {
    return new Desk(school, right, now, facts.zone());
  }

  /** That the device is before the agent's eyes now. */
  Sighting sighting() {
    return new Sighting(now, school.id(), caller.name());
  }
}
