package fr.gestmat.mealaid.boundary.source;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.control.source.TrialCall;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tries whether the sources answer to the authority's token, by a call about nobody. */
@Stateless
@RolesAllowed({"ADMIN", "AID_MANAGER"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SourceTrial {

  @Inject private CurrentCaller caller;
  @Inject private TrialCall trial;

  /**
   * Tries. Takes seconds if the source is slow; no transaction waits for it.
   *
   * @return what came of it; empty if the caller does not look after the whole authority
   */
  public Optional<TrialCall.Result> run() {
    return Optional.of(caller.get())
        .filter(who -> who.scope(Role.ADMIN, Role.AID_MANAGER).wholeAuthority())
        .map(trial::run);
  }
}
