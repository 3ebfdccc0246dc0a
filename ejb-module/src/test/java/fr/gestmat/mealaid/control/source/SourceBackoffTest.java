package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceBackoffTest {

  private static final Instant NOW = Instant.parse("2026-09-20T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1, PT0S, PT1M",
    "1, PT30S, PT1M",
    "1, PT10M, PT10M",
    "2, PT0S, PT5M",
    "9, PT0S, PT24H",
  })
  void waits_longer_each_time_and_at_least_what_the_source_asks_for(
      int attempts, Duration asked, Duration wait) {
    assertThat(SourceBackoff.next(attempts, Optional.of(asked), NOW)).contains(NOW.plus(wait));
  }

  @Test
  void gives_up_after_three_days() {
    Instant at = NOW;
    for (int attempt = 1; attempt <= 9; attempt++) {
      at = SourceBackoff.next(attempt, Optional.empty(), at).orElseThrow();
    }
    assertThat(Duration.between(NOW, at)).isBetween(Duration.ofDays(3), Duration.ofDays(4));
    assertThat(SourceBackoff.next(10, Optional.of(Duration.ofDays(1)), at)).isEmpty();
  }
}
