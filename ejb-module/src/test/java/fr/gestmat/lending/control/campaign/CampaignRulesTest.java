package fr.gestmat.lending.control.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.campaign.Campaign.Audience;
import fr.gestmat.lending.control.campaign.Campaign.Plan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When classes come, and when families are reminded again. */
class CampaignRulesTest {

  /** A Friday. */
  private static final LocalDate FIRST = LocalDate.of(2027, 6, 11);

  private static Plan plan(String opens, String closes, int desks, int minutes) {
    return new Plan(
        "Juin",
        Audience.EVERYBODY,
        FIRST,
        LocalTime.parse(opens),
        LocalTime.parse(closes),
        desks,
        minutes,
        "CDI");
  }

  private static String slots(Plan plan, String classes) {
    Map<String, Integer> expected = new LinkedHashMap<>();
    for (String one : classes.split(" ", -1)) {
      expected.put(one.split(":", -1)[0], Integer.valueOf(one.split(":", -1)[1]));
    }
    return SlotPlan.of(
            plan,
            expected,
            day ->
                day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
        .entrySet()
        .stream()
        .map(
            e -> e.getKey() + " " + e.getValue().getDayOfMonth() + " " + e.getValue().toLocalTime())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A:30 B:31 C:1|A 11 08:00, B 11 08:30, C 11 09:05",
        "A:30 B:90 C:10|A 11 08:00, B 11 08:30, C 14 08:00",
        "A:30 B:100|A 11 08:00, B 14 08:00",
        "A:300 B:10|A 11 08:00, B 15 09:00",
        "A:120 B:1|A 11 08:00, B 14 08:00",
      })
  void classes_come_one_after_the_other_on_open_days(String classes, String expected) {
    assertThat(slots(plan("08:00", "10:00", 2, 2), classes)).isEqualTo(expected);
  }

  @Test
  void a_school_that_is_never_open_is_not_waited_for() {
    assertThat(SlotPlan.of(plan("08:00", "10:00", 2, 2), Map.of("A", 3), day -> false).get("A"))
        .isEqualTo(FIRST.atTime(8, 0));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 0", "1, 1", "7, 1", "8, 2", "14, 2", "15, 3", "90, 3"})
  void reminders_grow_firmer_and_end(int days, int level) {
    assertThat(CampaignReminders.level(FIRST, FIRST.plusDays(days))).isEqualTo(level);
  }

  /** Clocks go back in the night of 25 October 2026; Tahiti's neighbours are half an hour off. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Paris, 2026-10-23T07:30:00Z, 2026-10-23T09:00+02:00[Europe/Paris]",
    "Europe/Paris, 2026-10-26T07:30:00Z, 2026-10-26T08:00+01:00[Europe/Paris]",
    "Pacific/Marquesas, 2026-10-26T18:00:00Z, 2026-10-26T08:00-09:30[Pacific/Marquesas]",
  })
  void hours_are_those_of_the_clocks_of_that_day(String zone, String half, String hour) {
    ZoneId there = ZoneId.of(zone);
    assertThat(CampaignBoard.byHour(List.of(new CampaignBoard.Hour(Instant.parse(half), 3)), there))
        .containsExactly(new CampaignBoard.Hour(ZonedDateTime.parse(hour).toInstant(), 3));
  }

  @Test
  void half_hours_of_one_hour_are_one() {
    Instant nine = Instant.parse("2027-06-14T07:00:00Z");
    assertThat(
            CampaignBoard.byHour(
                List.of(
                    new CampaignBoard.Hour(nine, 3),
                    new CampaignBoard.Hour(nine.plusSeconds(1800), 4)),
                ZoneId.of("Europe/Paris")))
        .containsExactly(new CampaignBoard.Hour(nine, 7));
  }

  @Test
  void a_plan_is_judged_whole() {
    assertThat(CampaignRule.refusals(plan("08:00", "10:00", 2, 2), 0, FIRST)).isEmpty();
    Plan wrong =
        new Plan(
            " ",
            Audience.LEVELS,
            FIRST.minusDays(1),
            LocalTime.NOON,
            LocalTime.of(12, 20),
            0,
            61,
            "");
    assertThat(CampaignRule.refusals(wrong, 0, FIRST))
        .extracting(Refusal::code)
        .containsExactly("name", "level", "startsOn", "closesAt", "desks", "minutesEach", "place");
  }
}
