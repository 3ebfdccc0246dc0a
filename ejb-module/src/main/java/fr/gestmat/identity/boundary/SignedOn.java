package fr.gestmat.identity.boundary;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Offering;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A session or a token as each request finds it: who calls, and what pages must know about them.
 *
 * @param caller who, with every right they hold
 * @param csrf the token that unsafe requests of a session repeat; empty for an API token
 * @param portal name of the ENT the person came from; empty for a local account or a token
 * @param schools the schools named in the person's grants, by name; empty for a right on the whole
 *     authority alone
 * @param school the school that the person works for at the moment
 * @param zone the authority's time zone
 * @param services what the authority runs
 */
public record SignedOn(
    Caller caller,
    String csrf,
    Optional<String> portal,
    List<SchoolRef> schools,
    Optional<SchoolRef> school,
    ZoneId zone,
    Set<Offering> services) {

  /** Keeps the collections unchangeable. */
  public SignedOn {
    schools = List.copyOf(schools);
    services = Set.copyOf(services);
  }
}
