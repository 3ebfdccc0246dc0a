package fr.gestmat.system.incontainer;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/** Calls work as jobs and background work are called: from an EJB without a transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoTransaction {

  /** Calls it. */
  public <T> T call(Callable<T> work) throws Exception {
    return work.call();
  }
}
