package fr.gestmat.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No service is sent to a port that another one has, or was given a moment before. */
class PortChoiceTest {

  private static PortPlan plan(Map<String, String> environment, Integer... taken) {
    Set<Integer> busy = Set.of(taken);
    return PortPlan.usual(new PortChoice(new Console(), environment, port -> !busy.contains(port)));
  }

  @Test
  void the_usual_ports_when_all_are_free() {
    assertThat(plan(Map.of())).isEqualTo(new PortPlan(8080, 8090, 8091, 8025, 8093, 3307));
  }

  @Test
  void a_service_that_moves_on_is_not_followed_by_the_next_one() {
    assertThat(plan(Map.of(), 8090)).isEqualTo(new PortPlan(8080, 8091, 8092, 8025, 8093, 3307));
  }

  @Test
  void the_same_setting_for_two_services_gives_two_ports() {
    assertThat(plan(Map.of("GESTMAT_HTTP_PORT", "9000", "GESTMAT_ENT_PORT", "9000")))
        .isEqualTo(new PortPlan(9000, 9001, 8091, 8025, 8093, 3307));
  }

  @Test
  void another_database_needs_no_port_here() {
    assertThat(plan(Map.of("GESTMAT_DB_URL", "jdbc:mariadb://db/gestmat"), 3307).database())
        .isZero();
  }

  @Test
  void a_setting_that_is_no_port_is_named() {
    assertThatThrownBy(() -> plan(Map.of("GESTMAT_ENT_PORT", "80 90")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GESTMAT_ENT_PORT");
  }

  @Test
  void any_ports_are_different_ports() {
    PortPlan any = PortPlan.any();
    assertThat(Set.of(any.http(), any.ent(), any.mailPage(), any.smtp(), any.database()))
        .hasSize(5);
  }
}
