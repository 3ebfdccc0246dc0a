package fr.gestmat.identity.boundary;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Offering;
import fr.gestmat.identity.control.RightsJournal;
import fr.gestmat.identity.control.ServiceRows;
import fr.gestmat.identity.control.SignedOnCache;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which services an authority runs, as its administrators decide it. Nothing is removed when one is
 * put out: its data stay, and are there again when it comes back.
 */
@Stateless
@RolesAllowed("ADMIN")
public class ServiceAdministration {

  @Inject private CurrentCaller caller;
  @Inject private ServiceRows rows;
  @Inject private RightsJournal journal;
  @Inject private SignedOnCache cache;

  /** The services that the authority runs. */
  public Set<Offering> services() {
    return rows.of(caller.get().authorityId());
  }

  /**
   * Says which it runs from now on; other servers know after a few seconds.
   *
   * @return false if none was named, and nothing changed
   */
  public boolean decide(Set<Offering> services) {
    Caller who = caller.get();
    if (services.isEmpty()) {
      return false;
    }
    Set<Offering> before = rows.of(who.authorityId());
    if (!before.equals(services)) {
      rows.keep(who.authorityId(), services);
      journal.write(
          who,
          "SERVICES_CHANGED",
          "AUTHORITY",
          who.authorityId(),
          null,
          Map.of(
              "before", new TreeSet<>(before).toString(),
              "after", new TreeSet<>(services).toString()));
      cache.clear();
    }
    return true;
  }
}
