package fr.gestmat.lending.boundary.count;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.desk.LostRaceException;
import fr.gestmat.lending.control.count.CountReply;
import fr.gestmat.lending.control.count.CountScan;
import fr.gestmat.lending.control.count.CountScanning;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The one transaction of a scan of an inventory: kept whole with its answer, or not at all. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CountTransaction {

  static final Role[] AGENTS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };

  @Inject private CurrentCaller caller;
  @Inject private CountScanning scanning;

  /** Answers a scan. */
  public CountReply scan(CountScan scan) throws LostRaceException {
    Caller who = caller.get();
    try {
      return scanning.scan(who, who.scope(AGENTS), scan);
    } catch (RuntimeException e) {
      if (LostRaceException.explains(e)) {
        throw new LostRaceException(e);
      }
      throw e;
    }
  }
}
