package fr.gestmat.web.security;

import fr.gestmat.access.Offering;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call a resource method, as its annotations say: its own first, then those of its class.
 * Where neither says anything nobody may.
 *
 * @param everybody whether nobody needs to be known
 * @param roles otherwise, of which one is needed
 * @param service that the person's authority has to run, by the package of the resource; empty for
 *     what belongs to no service
 */
record AccessRule(boolean everybody, Set<String> roles, Optional<Offering> service) {

  private static final AccessRule NOBODY = new AccessRule(false, Set.of(), Optional.empty());

  private static final String PAGES = "fr.gestmat.web.";
  private static final Map<String, Offering> SERVICES =
      Map.of(
          "mealaid", Offering.MEAL_AID,
          "lending", Offering.LENDING,
          "counter", Offering.LENDING,
          "agreement", Offering.LENDING,
          "family", Offering.LENDING);

  static AccessRule of(Class<?> resource, Method method) {
    AccessRule said = said(method).or(() -> said(resource)).orElse(NOBODY);
    return new AccessRule(said.everybody, said.roles, service(resource));
  }

  /**
   * Whether one of the roles that somebody holds is enough, in an authority that runs the service.
   */
  boolean allows(Set<String> held, Set<Offering> run) {
    return everybody
        || (!Collections.disjoint(roles, held) && service.map(run::contains).orElse(true));
  }

  private static Optional<Offering> service(Class<?> resource) {
    String name = resource.getPackageName();
    if (!name.startsWith(PAGES)) {
      return Optional.empty();
    }
    String rest = name.substring(PAGES.length());
    int end = rest.indexOf('.');
    return Optional.ofNullable(SERVICES.get(end < 0 ? rest : rest.substring(0, end)));
  }

  private static Optional<AccessRule> said(AnnotatedElement element) {
    if (element.isAnnotationPresent(DenyAll.class)) {
      return Optional.of(NOBODY);
    }
    OpenTo allowed = element.getAnnotation(OpenTo.class);
    if (allowed != null) {
      return Optional.of(new AccessRule(false, Set.of(allowed.value()), Optional.empty()));
    }
    return element.isAnnotationPresent(PermitAll.class)
        ? Optional.of(new AccessRule(true, Set.of(), Optional.empty()))
        : Optional.empty();
  }
}
