package fr.gestmat.mealaid.control.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When meal aid forgets. */
class RetentionRuleTest {

  private static final RetentionPeriods FIVE_YEARS = RetentionPeriods.DEFAULTS;

  @Test
  void the_defaults_can_be_decided() {
    assertThat(FIVE_YEARS.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 12, 5, 30, draftMonths",
    "25, 12, 5, 30, draftMonths",
    "6, 2, 5, 30, documentMonths",
    "6, 61, 5, 30, documentMonths",
    "6, 12, 1, 30, applicationYears",
    "6, 12, 11, 30, applicationYears",
    "6, 12, 5, 14, noticeDays",
    "6, 12, 5, 91, noticeDays",
    "6, 25, 2, 30, documentMonths"
  })
  void what_is_out_of_bounds_is_refused(
      int drafts, int documents, int years, int notice, String field) {
    List<Refusal> problems = new RetentionPeriods(drafts, documents, years, notice).problems();
    assertThat(problems).extracting(Refusal::field).containsExactly(field);
  }

  @ParameterizedTest
  @DisplayName(
      "M-I09 a family is told early enough, and never forgotten before the day it was told")
  @CsvSource({
    "2022-03-31, 2027-03-01, 2027-03-31",
    "2022-03-31, 2027-02-01, 2027-03-31",
    "2020-03-31, 2027-02-01, 2027-03-03"
  })
  void the_end_is_the_later_of_the_years_and_of_the_notice(
      LocalDate closedOn, LocalDate today, LocalDate endsOn) {
    assertThat(RetentionRule.endsOn(FIVE_YEARS, closedOn, today)).isEqualTo(endsOn);
  }

  @Test
  void a_family_is_told_from_the_day_on_which_the_notice_reaches_the_end() {
    assertThat(RetentionRule.toldUntil(FIVE_YEARS, LocalDate.of(2027, 3, 1)))
        .isEqualTo(LocalDate.of(2022, 3, 31));
  }

  @ParameterizedTest
  @DisplayName("M-I13 a month more, also when the day is over")
  @CsvSource({"2027-03-31, 2027-03-01, 2027-04-30", "2027-01-15, 2027-03-01, 2027-04-01"})
  void a_month_longer(LocalDate endsOn, LocalDate today, LocalDate later) {
    assertThat(RetentionRule.extended(endsOn, today)).isEqualTo(later);
  }
}
