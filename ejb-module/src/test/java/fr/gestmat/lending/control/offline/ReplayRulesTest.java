package fr.gestmat.lending.control.offline;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.offline.ReplayRules.Step;
import fr.gestmat.lending.control.offline.ReplayRules.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayRulesTest {

  private static final String DAY = "2026-06-12T";

  /** Steps as {@code desk number time}, with a star for a registration. */
  @ParameterizedTest
  @CsvSource({
    // By corrected time, whatever came first.
    "A 1 09:00 | B 1 08:00, B1 A1",
    "A 1 09:00 | A 2 11:00 | B 1 10:00, A1 B1 A2",
    // Registrations first, though they were made later.
    "A 1 09:00 | B 1 10:00*, B1 A1",
    "A 1 09:00* | B 1 08:30* | B 2 08:00, B1 A1 B2",
    // One instant: the desk's own order stands.
    "A 2 09:00 | A 1 09:00, A1 A2",
    "B 1 09:00 | A 2 09:00 | A 1 09:00, A1 A2 B1",
  })
  void l087_the_order_is_that_of_corrected_times(String given, String expected) {
    List<Step> steps =
        new ArrayList<>(
            Arrays.stream(given.split("\\|", -1)).map(text -> step(text.strip())).toList());
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(steps, new Random(seed));
      assertThat(
              ReplayRules.order(steps).stream()
                  .map(s -> (s.desk().equals(desk("A")) ? "A" : "B") + s.n())
                  .collect(Collectors.joining(" ")))
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // scanned, desk now, server now, corrected
    "09:00, 17:00, 17:00, 09:00",
    "10:00, 18:00, 17:00, 09:00",
    "08:00, 16:00, 17:00, 09:00",
    // A desk whose clock was put back meanwhile did nothing in the future.
    "18:00, 17:00, 17:00, 17:00",
  })
  void l087_each_desk_has_its_own_clock(String scanned, String desk, String server, String is) {
    assertThat(ReplayRules.corrected(at(scanned), at(desk), at(server))).isEqualTo(at(is));
  }

  @ParameterizedTest
  @CsvSource({
    // made at, device changed at, an earlier one was skipped
    "09:00, , false, PLAY",
    "09:00, 08:59, false, PLAY",
    "09:00, 09:00, false, PLAY",
    "09:00, 09:01, false, CHANGED_SINCE",
    "09:00, 08:00, true, AFTER_SKIPPED",
    "09:00, , true, AFTER_SKIPPED",
    "09:00, 10:00, true, AFTER_SKIPPED",
  })
  void l088_newer_truth_stands(String made, String changed, boolean skipped, Verdict verdict) {
    assertThat(
            ReplayRules.judge(
                at(made), Optional.ofNullable(changed).map(ReplayRulesTest::at), skipped))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    // milliseconds between the scan and its arrival
    "-1, false",
    "0, false",
    "8000, false",
    "10000, false",
    "10001, true",
    "7200000, true",
  })
  void l088_a_scan_is_late_when_it_waited_longer_than_a_desk_waits_for_an_answer(
      long age, boolean late) {
    assertThat(ReplayRules.isLate(at("09:00"), at("09:00").plusMillis(age))).isEqualTo(late);
  }

  @ParameterizedTest
  @CsvSource({
    // newest operation, when the other desks were heard of
    "10:00, '', false",
    "10:00, '10:00', false",
    "10:00, '10:30 11:00', false",
    "10:00, '10:30 09:59', true",
  })
  void l087_a_replay_waits_for_desks_that_may_hold_earlier_operations(
      String newest, String heard, boolean tooEarly) {
    List<Instant> times =
        heard.isEmpty()
            ? List.of()
            : Arrays.stream(heard.split(" ", -1)).map(ReplayRulesTest::at).toList();
    assertThat(ReplayRules.isTooEarly(at(newest), times)).isEqualTo(tooEarly);
  }

  private static Step step(String text) {
    String[] parts = text.split(" ", -1);
    return new Step(
        UUID.randomUUID(),
        desk(parts[0]),
        Integer.parseInt(parts[1]),
        parts[2].endsWith("*"),
        at(parts[2].replace("*", "")));
  }

  private static UUID desk(String name) {
    return new UUID(0, name.charAt(0));
  }

  private static Instant at(String time) {
    return Instant.parse(DAY + time + ":00Z");
  }
}
