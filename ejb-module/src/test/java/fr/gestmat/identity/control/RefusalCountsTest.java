package fr.gestmat.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalCountsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  private final RefusalCounts counts = new RefusalCounts();

  private List<Integer> lines(long account, String place, Instant at, int refusals) {
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < refusals; i++) {
      counts.count(account, place, at).ifPresent(lines::add);
    }
    return lines;
  }

  @ParameterizedTest
  @DisplayName("M-H05 of refusals at one place in a minute: the first, the tenth, the hundredth")
  @CsvSource({"1, 1", "9, 1", "10, 2", "99, 2", "100, 3", "1999, 4", "100000, 6"})
  void few_lines_for_many_refusals(int refusals, int expected) {
    assertThat(lines(1, "GET /eleves/{id}", NOON, refusals)).hasSize(expected);
  }

  @Test
  void each_line_says_how_many() {
    assertThat(lines(1, "GET /eleves/{id}", NOON, 250)).containsExactly(1, 10, 100);
  }

  @Test
  @DisplayName("M-H05 the next minute, another place and another account have lines of their own")
  void minutes_places_and_accounts_are_apart() {
    lines(1, "a", NOON, 5);

    assertThat(lines(1, "b", NOON.plusSeconds(1), 1)).containsExactly(1);
    assertThat(lines(2, "a", NOON.plusSeconds(1), 1)).containsExactly(1);
    assertThat(lines(1, "a", NOON.plusSeconds(59), 4)).isEmpty();
    assertThat(lines(1, "a", NOON.plusSeconds(60), 4)).containsExactly(1);
  }

  @Test
  @DisplayName("M-H05 a script that tries every place fills no journal")
  void an_account_has_so_many_lines_a_minute() {
    int lines = 0;
    for (int place = 0; place < 500; place++) {
      lines += lines(1, "place " + place, NOON, 20).size();
    }
    assertThat(lines).isEqualTo(RefusalCounts.MOST_LINES);
  }

  @Test
  void many_accounts_are_no_burden() {
    for (int account = 0; account < 50_000; account++) {
      assertThat(lines(account, "a", NOON, 2)).containsExactly(1);
    }
  }
}
