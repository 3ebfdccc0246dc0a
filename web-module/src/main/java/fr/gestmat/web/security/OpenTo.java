package fr.gestmat.web.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a resource, or one of its methods: whoever holds one of these roles. {@link
 * AccessFilter} answers the others as if nothing were there.
 *
 * <p>Not {@code @RolesAllowed}, which Payara would judge a second time for each request of a
 * resource, searching every class loader for it; use cases carry that one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OpenTo {

  /** Names of roles, of which one is needed. */
  String[] value();
}
