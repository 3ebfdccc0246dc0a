package fr.gestmat.journal.control;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Transactions;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Lets an EJB begin the transaction of a method that says {@link InTransaction}. */
@Interceptor
@InTransaction
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class InTransactionInterceptor {

  @Inject private Transactions transactions;

  @AroundInvoke
  @Nullable Object around(InvocationContext call) throws Exception {
    InTransaction asked = call.getMethod().getAnnotation(InTransaction.class);
    Transactions.Ended ended =
        asked != null && asked.ofItsOwn()
            ? transactions.ofItsOwn(call::proceed)
            : transactions.joined(call::proceed);
    if (ended.failure() != null) {
      throw ended.failure();
    }
    return ended.value();
  }
}
