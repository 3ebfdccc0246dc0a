package fr.gestmat.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalFailuresTest {

  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  private final LocalFailures failures = new LocalFailures();

  private void guess(String network, int times) {
    for (int i = 1; i <= times; i++) {
      assertThat(failures.failed("hash", network, NOON)).isEqualTo(i);
    }
  }

  @Test
  void whoGuessesShutsOutTheirOwnPlaceOnly() {
    guess("198.51.100.7", 5);

    assertThat(failures.locked("hash", "198.51.100.7", NOON)).isTrue();
    assertThat(failures.locked("hash", "198.51.100.8", NOON)).isFalse();
    assertThat(failures.locked("another", "198.51.100.7", NOON)).isFalse();
  }

  @Test
  void fourAreFreeAndEachFurtherOneDoublesTheRest() {
    guess("198.51.100.7", 4);
    assertThat(failures.locked("hash", "198.51.100.7", NOON)).isFalse();

    failures.failed("hash", "198.51.100.7", NOON);
    assertThat(failures.locked("hash", "198.51.100.7", after(29))).isTrue();
    assertThat(failures.locked("hash", "198.51.100.7", after(30))).isFalse();

    failures.failed("hash", "198.51.100.7", after(30));
    assertThat(failures.locked("hash", "198.51.100.7", after(89))).isTrue();
    assertThat(failures.locked("hash", "198.51.100.7", after(90))).isFalse();
  }

  @Test
  void theRightOneFromThereBeginsAnew() {
    guess("198.51.100.7", 3);
    failures.forget("hash", "198.51.100.7");

    assertThat(failures.failed("hash", "198.51.100.7", NOON)).isEqualTo(1);
  }

  @Test
  void onlySoManyAreKept() {
    guess("198.51.100.7", 4);
    for (int i = 0; i < 10_000; i++) {
      failures.failed("hash", "10.0." + i / 250 + "." + i % 250, NOON);
    }

    assertThat(failures.failed("hash", "198.51.100.7", NOON)).as("forgotten").isEqualTo(1);
    assertThat(failures.failed("hash", "10.0.39.249", NOON)).as("kept").isEqualTo(2);
  }

  private static Instant after(int seconds) {
    return NOON.plus(Duration.ofSeconds(seconds));
  }
}
