package fr.gestmat.mealaid.control.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.campaign.FilingRule.Filing;
import fr.gestmat.mealaid.entity.CampaignDays;
import fr.gestmat.mealaid.entity.LatePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines to the second in the authority's time zone. */
class FilingRuleTest {

  private static final Instant BEFORE = Instant.parse("2026-07-01T00:00:00Z");

  /** Whole year until 30 September, two terms until 25 October, one until 31 January. */
  private static final CampaignDays TARN =
      new CampaignDays(
          LocalDate.of(2026, 6, 1),
          LocalDate.of(2026, 9, 30),
          LocalDate.of(2027, 1, 31),
          List.of(
              new LatePeriod(LocalDate.of(2027, 1, 31), 3),
              new LatePeriod(LocalDate.of(2026, 10, 25), 2)));

  private static String decide(
      CampaignDays days, int grace, String zone, Instant at, Instant begun) {
    Filing filing = FilingRule.decide(days, grace, ZoneId.of(zone), at, begun);
    return filing instanceof Filing.Taken taken
        ? Integer.toString(taken.firstTerm())
        : filing.getClass().getSimpleName();
  }

  @ParameterizedTest(name = "M-E02 M-E08 M-E10: {0} {1}: {2}")
  @CsvSource({
    "Europe/Paris, 2026-05-31T23:59:59, TooEarly",
    "Europe/Paris, 2026-06-01T00:00:00, 1",
    "Europe/Paris, 2026-09-30T23:59:59, 1",
    "Europe/Paris, 2026-10-01T00:00:00, 2",
    "Europe/Paris, 2026-10-25T02:30:00, 2",
    "Europe/Paris, 2026-10-25T23:59:59, 2",
    "Europe/Paris, 2026-10-26T00:00:00, 3",
    "Europe/Paris, 2027-01-31T23:59:59, 3",
    "Europe/Paris, 2027-02-01T00:00:00, TooLate",
    "Indian/Reunion, 2026-09-30T23:59:59, 1",
    "Indian/Reunion, 2026-10-01T00:00:00, 2",
    "America/Martinique, 2026-09-30T23:59:59, 1",
    "America/Martinique, 2026-10-01T00:00:00, 2",
  })
  void on_the_clock_of_the_authority(String zone, LocalDateTime there, String expected) {
    Instant at = there.atZone(ZoneId.of(zone)).toInstant();
    assertThat(decide(TARN, 0, zone, at, BEFORE)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "M-E02: {0} in {1}: {2}")
  @CsvSource({
    // The same moment is another day on another clock.
    "2026-09-30T21:59:59Z, Europe/Paris, 1",
    "2026-09-30T22:00:00Z, Europe/Paris, 2",
    "2026-09-30T19:59:59Z, Indian/Reunion, 1",
    "2026-09-30T20:00:00Z, Indian/Reunion, 2",
    // The last Sunday of October has 25 hours: its second midnight ends it, once.
    "2026-10-25T22:59:59Z, Europe/Paris, 2",
    "2026-10-25T23:00:00Z, Europe/Paris, 3",
    "2026-10-25T19:59:59Z, Indian/Reunion, 2",
    "2026-10-25T20:00:00Z, Indian/Reunion, 3",
  })
  void whatever_the_zone_of_the_server(Instant at, String zone, String expected) {
    assertThat(decide(TARN, 0, zone, at, BEFORE)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "M-E05: {0} days of grace, begun {1}, sent {2}: {3}")
  @CsvSource({
    "0, 2027-01-31T20:00:00, 2027-02-01T00:00:00, TooLate",
    "3, 2027-01-31T20:00:00, 2027-02-01T00:00:00, 3",
    "3, 2027-01-31T20:00:00, 2027-02-03T23:59:59, 3",
    "3, 2027-01-31T20:00:00, 2027-02-04T00:00:00, TooLate",
    "3, 2027-02-01T00:00:00, 2027-02-01T00:00:01, TooLate",
  })
  void days_of_grace(int days, LocalDateTime begun, LocalDateTime sent, String expected) {
    ZoneId paris = ZoneId.of("Europe/Paris");
    assertThat(
            decide(
                TARN,
                days,
                "Europe/Paris",
                sent.atZone(paris).toInstant(),
                begun.atZone(paris).toInstant()))
        .isEqualTo(expected);
  }
}
