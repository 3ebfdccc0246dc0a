package fr.gestmat.mealaid.control.followup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.followup.Days.Counted;
import fr.gestmat.mealaid.control.followup.Days.Day;
import fr.gestmat.mealaid.entity.ApplicationState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is counted of a campaign. */
class FollowUpTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static Counted at(String moment, long count) {
    return new Counted(Instant.parse(moment).getEpochSecond() / 1_800, count);
  }

  @Test
  void the_median_is_a_delay_that_somebody_waited() {
    Delays delays = new Delays();
    assertThat(delays.median()).isEmpty();
    delays.add(30, 1);
    assertThat(delays.median()).contains(30);
    delays.add(2, 1);
    assertThat(delays.median()).contains(2);
    delays.add(5, 3);
    assertThat(delays.median()).contains(5);
  }

  @Test
  void a_standing_adds_up() {
    Tally tally = new Tally();
    tally.add(ApplicationState.SUBMITTED, 3, 2);
    tally.add(ApplicationState.IN_REVIEW, 2, 1);
    tally.add(ApplicationState.GRANTED, 4, 4);
    tally.add(ApplicationState.REFUSED, 1, 1);
    tally.add(ApplicationState.WITHDRAWN, 1, 0);
    tally.decided(12, 5, new BigDecimal("123.45"));
    Standing standing = tally.standing();
    assertThat(standing.received()).isEqualTo(11);
    assertThat(standing.complete()).isEqualTo(8);
    assertThat(standing.open()).isEqualTo(5);
    assertThat(standing.decided()).isEqualTo(5);
    assertThat(standing.open() + standing.decided() + standing.withdrawn())
        .isEqualTo(standing.received());
    assertThat(standing.amount()).isEqualByComparingTo("123.45");
    assertThat(standing.delay()).contains(12);
  }

  @Test
  @DisplayName("M-I26 half hours fold into the days of the authority, in winter and in summer")
  void days_are_those_of_the_authority() {
    assertThat(Days.of(List.of(at("2026-01-31T23:00:00Z", 2)), List.of(), PARIS))
        .containsExactly(new Day(LocalDate.of(2026, 2, 1), 2, 0));
    assertThat(
            Days.of(
                List.of(at("2026-06-30T21:30:00Z", 1), at("2026-06-30T22:00:00Z", 4)),
                List.of(at("2026-07-02T10:00:00Z", 3)),
                PARIS))
        .containsExactly(
            new Day(LocalDate.of(2026, 6, 30), 1, 0),
            new Day(LocalDate.of(2026, 7, 1), 4, 0),
            new Day(LocalDate.of(2026, 7, 2), 0, 3));
    assertThat(
            Days.of(List.of(at("2026-06-30T20:00:00Z", 1)), List.of(), ZoneId.of("Indian/Reunion")))
        .containsExactly(new Day(LocalDate.of(2026, 7, 1), 1, 0));
  }

  @Test
  @DisplayName("M-I26 a quarter is told day by day, a longer time week by week from Monday on")
  void much_is_told_by_weeks() {
    assertThat(Days.of(List.of(), List.of(), PARIS)).isEmpty();
    List<Day> quarter =
        Days.of(
            List.of(at("2026-07-01T12:00:00Z", 1), at("2026-09-30T12:00:00Z", 1)),
            List.of(),
            PARIS);
    assertThat(quarter).hasSize(Days.SHOWN);
    assertThat(Days.areWeeks(quarter)).isFalse();
    List<Day> more =
        Days.of(
            List.of(
                at("2026-07-01T12:00:00Z", 1),
                at("2026-07-05T21:30:00Z", 2),
                at("2026-07-05T22:00:00Z", 4)),
            List.of(at("2026-10-01T12:00:00Z", 3)),
            PARIS);
    assertThat(more).hasSize(14);
    assertThat(Days.areWeeks(more)).isTrue();
    assertThat(more)
        .startsWith(
            new Day(LocalDate.of(2026, 6, 29), 3, 0), new Day(LocalDate.of(2026, 7, 6), 4, 0))
        .endsWith(new Day(LocalDate.of(2026, 9, 28), 0, 3));
  }
}
