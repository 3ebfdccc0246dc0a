package fr.gestmat.journal.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Begins the transactions of {@link InTransaction}. Open to all: it does nothing but call back who
 * called it, and whoever may not be there was turned away before.
 */
@Stateless
@PermitAll
public class Transactions {

  @Resource private SessionContext context;

  /**
   * How work went: a failure is handed back as a value, because the container would wrap it and log
   * it as an error of the bean.
   *
   * @param value what it returned
   * @param failure what it threw; the transaction is then rolled back
   */
  public record Ended(@Nullable Object value, @Nullable Exception failure) {}

  /** In the caller's transaction, or in one that ends with the work. */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public Ended joined(Callable<?> work) {
    return end(work);
  }

  /** In a transaction that ends with the work, whatever the caller has. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Ended ofItsOwn(Callable<?> work) {
    return end(work);
  }

  private Ended end(Callable<?> work) {
    try {
      return new Ended(work.call(), null);
    } catch (Exception e) {
      context.setRollbackOnly();
      return new Ended(null, e);
    }
  }
}
