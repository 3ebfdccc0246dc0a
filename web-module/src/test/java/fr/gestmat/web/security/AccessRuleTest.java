package fr.gestmat.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Offering;
import fr.gestmat.web.counter.CounterResource;
import fr.gestmat.web.identity.AdministrationResource;
import fr.gestmat.web.mealaid.review.VisaResource;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A page needs a role and, where it belongs to a service, an authority that runs it. */
class AccessRuleTest {

  private static AccessRule rule(Class<?> resource) {
    Method method =
        Arrays.stream(resource.getDeclaredMethods())
            .filter(one -> one.isAnnotationPresent(jakarta.ws.rs.GET.class))
            .findFirst()
            .orElseThrow();
    return AccessRule.of(resource, method);
  }

  @Test
  void canteen_aid_is_there_only_where_the_authority_runs_it() {
    AccessRule visas = rule(VisaResource.class);
    assertThat(visas.allows(Set.of("BURSAR"), Set.of(Offering.MEAL_AID))).isTrue();
    assertThat(visas.allows(Set.of("BURSAR"), Set.of(Offering.LENDING))).isFalse();
    assertThat(visas.allows(Set.of("LOAN_AGENT"), Set.of(Offering.MEAL_AID))).isFalse();
  }

  @Test
  void lending_is_there_only_where_the_authority_runs_it() {
    AccessRule counter = rule(CounterResource.class);
    assertThat(counter.allows(Set.of("LOAN_AGENT"), Set.of(Offering.LENDING))).isTrue();
    assertThat(counter.allows(Set.of("LOAN_AGENT"), Set.of(Offering.MEAL_AID))).isFalse();
  }

  @Test
  void what_belongs_to_no_service_is_there_everywhere() {
    AccessRule administration = rule(AdministrationResource.class);
    assertThat(administration.allows(Set.of("ADMIN"), Set.of(Offering.LENDING))).isTrue();
    assertThat(administration.allows(Set.of("ADMIN"), Set.of(Offering.MEAL_AID))).isTrue();
  }
}
