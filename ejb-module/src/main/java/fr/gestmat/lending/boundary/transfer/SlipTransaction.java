package fr.gestmat.lending.boundary.transfer;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.lending.boundary.desk.LostRaceException;
import fr.gestmat.lending.control.transfer.SlipAnswer;
import fr.gestmat.lending.control.transfer.SlipScanning;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The one transaction of a scan onto a slip. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SlipTransaction {

  @Inject private CurrentCaller caller;
  @Inject private SlipScanning scanning;

  /** Answers a scan. */
  public Optional<SlipAnswer> scan(UUID slip, UUID scanId, String code) throws LostRaceException {
    Caller who = caller.get();
    try {
      return scanning.scan(who, who.scope(Transfers.READERS), slip, scanId, code);
    } catch (RuntimeException e) {
      if (LostRaceException.explains(e)) {
        throw new LostRaceException(e);
      }
      throw e;
    }
  }
}
