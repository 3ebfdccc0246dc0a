package fr.gestmat.journal.boundary;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method runs in a transaction, begun if there is none and rolled back by any exception.
 *
 * <p>It says the same as {@code jakarta.transaction.Transactional}, and holds where that does not:
 * below an EJB that runs without a transaction (jobs, background work), Payara leaves connections
 * of the data source out of a transaction that a CDI bean begins, so that JDBC and JPA commit
 * apart. Here an EJB begins it, which every server honours; see {@link Transactions}.
 */
@Inherited
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface InTransaction {

  /** Whether it is one of its own, whatever the caller has, and commits when the method ends. */
  @Nonbinding
  boolean ofItsOwn() default false;
}
