package fr.gestmat.web.security;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call a resource method, as its annotations say: its own first, then those of its class.
 * Where neither says anything nobody may.
 *
 * @param everybody whether nobody needs to be known
 * @param roles otherwise, of which one is needed
 */
record AccessRule(boolean everybody, Set<String> roles) {

  private static final AccessRule NOBODY = new AccessRule(false, Set.of());

  static AccessRule of(Class<?> resource, Method method) {
    return said(method).or(() -> said(resource)).orElse(NOBODY);
  }

  /** Whether one of the roles that somebody holds is enough. */
  boolean allows(Set<String> held) {
    return everybody || !Collections.disjoint(roles, held);
  }

  private static Optional<AccessRule> said(AnnotatedElement element) {
    if (element.isAnnotationPresent(DenyAll.class)) {
      return Optional.of(NOBODY);
    }
    OpenTo allowed = element.getAnnotation(OpenTo.class);
    if (allowed != null) {
      return Optional.of(new AccessRule(false, Set.of(allowed.value())));
    }
    return element.isAnnotationPresent(PermitAll.class)
        ? Optional.of(new AccessRule(true, Set.of()))
        : Optional.empty();
  }
}
