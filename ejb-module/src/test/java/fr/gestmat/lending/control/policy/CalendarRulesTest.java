package fr.gestmat.lending.control.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days may be closed, and where days may be counted. */
class CalendarRulesTest {

  private static final List<LocalDate> ENDS = List.of(LocalDate.parse("2027-06-30"));

  @ParameterizedTest(name = "from {0} to {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "2027-05-06, -, -",
        "2027-05-06, 2027-05-06, -",
        "2027-05-06, 2027-05-07, -",
        "-, 2027-05-07, from dayMissing[]",
        "2027-05-07, 2027-05-06, to dayBefore[]",
        "2027-07-05, 2027-10-13, -",
        "2027-07-05, 2027-10-14, to tooManyDays[100]",
        "2027-06-30, -, from closesLoanEnd[2027-06-30]",
        "2027-06-28, 2027-06-30, from closesLoanEnd[2027-06-30]",
        "2027-06-30, 2027-07-02, from closesLoanEnd[2027-06-30]",
        "2027-06-28, 2027-06-29, -",
        "2027-07-01, 2027-07-02, -"
      })
  void closing(String from, String to, String refused) {
    assertThat(said(from, to, "Pont")).isEqualTo(refused == null ? "" : refused);
  }

  @Test
  void a_reason_is_short() {
    assertThat(said("2027-05-06", null, "x".repeat(80))).isEmpty();
    assertThat(said("2027-05-06", null, "x".repeat(81))).isEqualTo("label tooLong[80]");
  }

  @Test
  void zones_are_those_of_french_schools() {
    assertThat(CalendarRules.ZONES).allMatch(zone -> CalendarRules.zone(zone).isPresent());
    assertThat(CalendarRules.zone("Europe/London")).isEmpty();
    assertThat(CalendarRules.zone("nowhere")).isEmpty();
  }

  private static String said(String from, String to, String label) {
    return CalendarRules.closing(
            Optional.ofNullable(from).map(LocalDate::parse),
            Optional.ofNullable(to).map(LocalDate::parse),
            label,
            ENDS)
        .stream()
        .map(r -> r.field() + " " + r.code() + r.data())
        .reduce("", String::concat);
  }
}
