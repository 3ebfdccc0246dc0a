package fr.gestmat.system.incontainer;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/** Work in the role BURSAR. */
@Stateless
@RunAs("BURSAR")
@PermitAll
public class AsBursar {

  /** Runs the work, in no transaction of this bean's. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public <T> T call(Callable<T> work) throws Exception {
    return work.call();
  }
}
