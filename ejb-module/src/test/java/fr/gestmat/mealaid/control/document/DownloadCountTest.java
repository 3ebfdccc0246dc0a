package fr.gestmat.mealaid.control.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.mealaid.control.document.DownloadCount.Bound;
import fr.gestmat.mealaid.control.document.DownloadCount.Bounds;
import fr.gestmat.mealaid.control.document.DownloadCount.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadCountTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
  private static final Bounds BOUNDS = new Bounds(3, 5);

  private static DownloadCount opened(DownloadCount count, Instant at, int times) {
    DownloadCount now = count;
    for (int i = 0; i < times; i++) {
      Step step = now.next(at, PARIS, BOUNDS);
      assertThat(step.stopped()).as("document %s", i + 1).isEmpty();
      now = step.count();
    }
    return now;
  }

  private static DownloadCount none() {
    return DownloadCount.none(NOON, LocalDate.of(2026, 11, 23));
  }

  @Test
  @DisplayName("M-M13 as many as a minute allows pass, the next one waits for its end")
  void stops_in_a_minute() {
    DownloadCount full = opened(none(), NOON, 3);
    Step fourth = full.next(NOON.plusSeconds(59), PARIS, BOUNDS);
    assertThat(fourth.stopped()).contains(Bound.MINUTE);
    assertThat(fourth.until()).isEqualTo(NOON.plusSeconds(60));
    assertThat(fourth.count().told()).isTrue();
    Step later = fourth.count().next(NOON.plusSeconds(60), PARIS, BOUNDS);
    assertThat(later.stopped()).isEmpty();
    assertThat(later.count().told()).as("another stop is told again").isFalse();
  }

  @Test
  @DisplayName(
      "M-M13 as many as a day allows pass, the next one waits for midnight of the authority")
  void stops_in_a_day() {
    DownloadCount morning = opened(none(), NOON, 3);
    DownloadCount full = opened(morning, NOON.plusSeconds(120), 2);
    Step sixth = full.next(NOON.plusSeconds(600), PARIS, BOUNDS);
    assertThat(sixth.stopped()).contains(Bound.DAY);
    assertThat(sixth.until()).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
    assertThat(sixth.count().next(sixth.until().minusSeconds(1), PARIS, BOUNDS).stopped())
        .contains(Bound.DAY);
    assertThat(sixth.count().next(sixth.until(), PARIS, BOUNDS).stopped()).isEmpty();
  }

  @Test
  void what_was_stopped_does_not_count() {
    DownloadCount full = opened(none(), NOON, 3);
    DownloadCount insisted = full.next(NOON, PARIS, BOUNDS).count();
    assertThat(insisted.inMinute()).isEqualTo(3);
    assertThat(insisted.inDay()).isEqualTo(3);
  }

  @Test
  void reads_the_bounds_of_the_settings() {
    assertThat(DownloadLimit.bounds(Map.of())).isEqualTo(new Bounds(60, 1000));
    assertThat(
            DownloadLimit.bounds(
                Map.of("GESTMAT_DOCUMENTS_PER_MINUTE", " 5 ", "GESTMAT_DOCUMENTS_PER_DAY", "200")))
        .isEqualTo(new Bounds(5, 200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "1.5"})
  void refuses_a_bound_that_is_no_number_from_1(String written) {
    assertThatThrownBy(() -> DownloadLimit.bounds(Map.of("GESTMAT_DOCUMENTS_PER_MINUTE", written)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GESTMAT_DOCUMENTS_PER_MINUTE");
  }
}
