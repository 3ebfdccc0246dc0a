package fr.gestmat.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {

  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  /** Requests at one moment: how many of them pass. */
  private static int passed(Allowances<String> all, String who, Instant at, int requests) {
    int passed = 0;
    for (int i = 0; i < requests; i++) {
      passed += all.take(who, at).isEmpty() ? 1 : 0;
    }
    return passed;
  }

  @ParameterizedTest
  @DisplayName("M-E14 requests below and at the capacity pass, those above it do not")
  @CsvSource({"10, 0, 0", "10, 9, 9", "10, 10, 10", "10, 11, 10", "10, 500, 10", "1, 2, 1"})
  void up_to_the_capacity(int capacity, int requests, int expected) {
    assertThat(passed(new Allowances<>(capacity, 100), "a", NOON, requests)).isEqualTo(expected);
  }

  @ParameterizedTest
  @DisplayName(
      "M-E14 old requests are forgotten: after a while as many pass as came back meanwhile")
  @CsvSource({
    "60, 0, 0",
    "60, 999, 0",
    "60, 1000, 1",
    "60, 5500, 5",
    "60, 59999, 59",
    "60, 60000, 60",
    "60, 3600000, 60",
    "2, 29999, 0",
    "2, 30000, 1",
    "1200, 50, 1",
    "60, -5000, 0",
  })
  void old_ones_are_forgotten(int capacity, long millisLater, int expected) {
    Allowances<String> all = new Allowances<>(capacity, 100);
    passed(all, "a", NOON, capacity);

    assertThat(passed(all, "a", NOON.plusMillis(millisLater), 2 * capacity)).isEqualTo(expected);
  }

  @ParameterizedTest
  @DisplayName("M-E14 who waits as long as a refusal says passes, however often they insisted")
  @CsvSource({"1200, 1", "60, 1", "20, 3", "7, 9", "1, 60"})
  void says_when_to_go_on(int capacity, int seconds) {
    Allowances<String> all = new Allowances<>(capacity, 100);
    passed(all, "a", NOON, capacity);

    Duration wait = all.take("a", NOON).orElseThrow();
    passed(all, "a", NOON, 100);

    assertThat(wait).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(all.take("a", NOON.plus(wait))).isEmpty();
  }

  @Test
  @DisplayName("M-E14 a bound by the hour: as many at once, and one more each time its part passed")
  void by_the_hour() {
    Allowances<String> all = new Allowances<>(20, Duration.ofHours(1), 100);

    assertThat(passed(all, "a", NOON, 30)).isEqualTo(20);
    assertThat(all.take("a", NOON)).contains(Duration.ofMinutes(3));
    assertThat(passed(all, "a", NOON.plus(Duration.ofMinutes(6)), 30)).isEqualTo(2);
    assertThat(passed(all, "a", NOON.plus(Duration.ofHours(2)), 30)).isEqualTo(20);
  }

  @Test
  @DisplayName("M-E14 a desk with a scan a second and its polls goes on for hours")
  void a_desk_is_never_refused() {
    Allowances<String> all = new Allowances<>(1_200, 100);
    for (int second = 0; second < 4 * 3_600; second++) {
      // A scan, what its kit lacks, a look at the replay, a sign of life: at once.
      assertThat(passed(all, "desk", NOON.plusSeconds(second), 4)).isEqualTo(4);
    }
  }

  @Test
  @DisplayName("M-E14 M-M13 each one's allowance is their own")
  void one_does_not_spend_another_ones() {
    Allowances<String> all = new Allowances<>(10, 100);
    passed(all, "a", NOON, 50);

    assertThat(passed(all, "b", NOON, 10)).isEqualTo(10);
    assertThat(all.take("a", NOON)).isPresent();
  }

  @Test
  @DisplayName("M-E14 what is kept is bounded; who asked nothing for the longest time goes first")
  void memory_is_bounded() {
    Allowances<String> all = new Allowances<>(1, 100);
    all.take("busy", NOON);
    for (int i = 0; i < 10_000; i++) {
      all.take("passer-by " + i, NOON);
      assertThat(all.take("busy", NOON)).as("still known after %s others", i).isPresent();
    }
    assertThat(all.size()).isEqualTo(100);
  }
}
