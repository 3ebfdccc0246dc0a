package fr.gestmat.mealaid.control.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.appeal.AppealRule.Situation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppealRuleTest {

  private static final LocalDate LETTER = LocalDate.of(2026, 11, 2);
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final Situation STANDS = new Situation(true, Optional.of(LETTER), 60, false);

  @ParameterizedTest(name = "filed on {0}: late {1}")
  @CsvSource({"2026-11-02, false", "2027-01-01, false", "2027-01-02, true", "2027-03-01, true"})
  void the_last_day_counts_whole(LocalDate day, boolean late) {
    assertThat(STANDS.isLate(day)).isEqualTo(late);
    // A late one is recorded all the same.
    assertThat(AppealRule.refusals(STANDS, "Je conteste.", day, TODAY)).isEmpty();
  }

  @Test
  void no_time_runs_without_a_letter() {
    assertThat(new Situation(true, Optional.empty(), 60, false).isLate(TODAY)).isFalse();
  }

  @Test
  void the_longest_text_is_taken_whole() {
    String longest = "é".repeat(AppealRule.LONGEST);
    assertThat(AppealRule.refusals(STANDS, longest, TODAY, TODAY)).isEmpty();
    assertThat(AppealRule.refusals(STANDS, longest + "é", TODAY, TODAY))
        .extracting(Refusal::code)
        .containsExactly("tooLong");
  }

  @Test
  void says_all_that_stands_against_it() {
    assertThat(
            AppealRule.refusals(
                new Situation(false, Optional.of(LETTER), 60, true), " ", TODAY.plusDays(1), TODAY))
        .extracting(Refusal::code)
        .isEqualTo(List.of("noDecision", "appealOpen", "missing", "inTheFuture"));
  }
}
