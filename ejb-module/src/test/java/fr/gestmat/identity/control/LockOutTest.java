package fr.gestmat.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockOutTest {

  private static final Instant NOW = Instant.parse("2026-11-23T13:05:00Z");

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1,0",
    "4,0",
    "5,30",
    "6,60",
    "7,120",
    "8,240",
    "9,480",
    "10,960",
    "11,1920",
    "12,3600",
    "13,3600",
    "1000,3600",
    "2147483647,3600"
  })
  void eachFurtherFailureDoublesTheRestUpToAnHour(int failures, long seconds) {
    Duration rest =
        LockOut.until(failures, NOW)
            .map(until -> Duration.between(NOW, until))
            .orElse(Duration.ZERO);

    assertThat(rest).isEqualTo(Duration.ofSeconds(seconds));
  }
}
