package fr.gestmat.mealaid.control.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.entity.ApplicationState;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptCountsTest {

  private static final Instant FIRST = Instant.parse("2026-09-28T18:00:00Z");

  private final KeptCounts kept = new KeptCounts(5_000);

  private Map<ApplicationState, Long> of(long campaign, Instant now, long count) {
    return kept.of(campaign, now, () -> Map.of(ApplicationState.SUBMITTED, count));
  }

  @ParameterizedTest
  @CsvSource({
    // first count, seconds later, what there is then, what is shown
    "5000, 0, 5001, 5000",
    "5000, 9, 5001, 5000",
    "5000, 10, 5001, 5001",
    "5000, -1, 5001, 5001",
    "4999, 0, 4998, 4998",
    "4999, 9, 5001, 5001",
  })
  void large_campaigns_are_counted_every_ten_seconds_small_ones_each_time(
      long first, long later, long then, long shown) {
    of(1, FIRST, first);
    assertThat(of(1, FIRST.plusSeconds(later), then))
        .containsExactly(Map.entry(ApplicationState.SUBMITTED, shown));
  }

  @Test
  void each_campaign_has_its_own() {
    of(1, FIRST, 5_000);
    assertThat(of(2, FIRST, 7_000)).containsExactly(Map.entry(ApplicationState.SUBMITTED, 7_000L));
  }

  @Test
  void one_that_is_small_again_is_counted_each_time() {
    of(1, FIRST, 5_000);
    of(1, FIRST.plusSeconds(10), 10);
    assertThat(of(1, FIRST.plusSeconds(11), 9))
        .containsExactly(Map.entry(ApplicationState.SUBMITTED, 9L));
  }
}
