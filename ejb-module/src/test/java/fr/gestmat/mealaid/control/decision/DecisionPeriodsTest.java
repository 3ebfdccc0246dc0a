package fr.gestmat.mealaid.control.decision;

import static fr.gestmat.mealaid.control.decision.DecisionTermsTest.YEAR;
import static fr.gestmat.mealaid.control.decision.DecisionTermsTest.said;
import static fr.gestmat.mealaid.control.decision.DecisionTermsTest.whole;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.DecisionTerm;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terms of 2026 have 122, 90 and 91 days. */
@DisplayName("M-K04 what counts from which day on, and a term that has a part of each")
class DecisionPeriodsTest {

  private static final List<DecisionTerm> THIRTY = whole(AmountUnit.PER_TERM, "30");
  private static final List<DecisionTerm> NINETY = whole(AmountUnit.PER_TERM, "90");
  private static final List<DecisionTerm> SIXTY = whole(AmountUnit.PER_TERM, "60");
  private static final DecisionPeriods FIRST = DecisionPeriods.first(THIRTY);

  private static String year(DecisionPeriods periods) {
    return said(periods.terms(YEAR));
  }

  @ParameterizedTest(name = "a change on {0}: {1}")
  @CsvSource({
    "2026-09-01, 1:90.00 2:90.00 3:90.00",
    "2027-01-01, 1:30.00 2:90.00 3:90.00",
    // 45 of the 90 days of the second term are before.
    "2027-02-15, 1:30.00 2:60.00 3:90.00",
    "2027-03-31, 1:30.00 2:30.67 3:90.00",
    "2027-07-01, 1:30.00 2:30.00 3:30.00"
  })
  void a_change_keeps_what_was_given_before(LocalDate day, String expected) {
    assertThat(year(FIRST.changed(day, NINETY))).isEqualTo(expected);
    assertThat(FIRST.changed(day, NINETY).changedOn()).contains(day);
  }

  @ParameterizedTest(name = "the change of 15 February was on {0}: {1}")
  @CsvSource({
    // As if it had been that day from the beginning: nothing of 15 February is left.
    "2027-02-15, 1:30.00 2:60.00 3:90.00",
    "2027-01-31, 1:30.00 2:70.00 3:90.00",
    "2027-03-02, 1:30.00 2:50.00 3:90.00",
    "2027-04-01, 1:30.00 2:30.00 3:90.00",
    "2026-09-01, 1:90.00 2:90.00 3:90.00"
  })
  void a_day_that_was_wrong_leaves_nothing(LocalDate right, String expected) {
    DecisionPeriods wrong = FIRST.changed(LocalDate.of(2027, 2, 15), NINETY);
    assertThat(year(wrong)).isEqualTo("1:30.00 2:60.00 3:90.00");
    assertThat(year(FIRST.changed(right, NINETY))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "changes on {0} and {1}: {2}")
  @CsvSource({
    // 30 days of 30, 30 days of 90, 30 days of 60: each by its own days.
    "2027-01-31, 2027-03-02, 1:30.00 2:60.00 3:60.00",
    "2027-01-31, 2027-04-01, 1:30.00 2:70.00 3:60.00",
    "2026-10-01, 2027-03-02, 1:75.25 2:80.00 3:60.00",
    // The later change counts from an earlier day: nothing of the other is left.
    "2027-03-02, 2027-01-31, 1:30.00 2:50.00 3:60.00",
    "2027-01-31, 2027-01-31, 1:30.00 2:50.00 3:60.00"
  })
  void two_changes_in_one_term(LocalDate one, LocalDate two, String expected) {
    assertThat(year(FIRST.changed(one, NINETY).changed(two, SIXTY))).isEqualTo(expected);
  }

  @Test
  void what_is_decided_again_counts_in_its_period() {
    assertThat(year(FIRST.decidedAgain(NINETY))).isEqualTo("1:90.00 2:90.00 3:90.00");
    DecisionPeriods changed = FIRST.changed(LocalDate.of(2027, 2, 15), NINETY);
    assertThat(year(changed.decidedAgain(SIXTY))).isEqualTo("1:30.00 2:45.00 3:60.00");
    assertThat(changed.decidedAgain(SIXTY).changedOn()).contains(LocalDate.of(2027, 2, 15));
  }

  @Test
  void a_refusal_after_a_change_keeps_what_was_given_until_then() {
    DecisionPeriods rated = DecisionPeriods.first(whole(AmountUnit.RATE, "100"));
    assertThat(year(rated.changed(LocalDate.of(2027, 2, 15), List.of())))
        .isEqualTo("1:0.00@100.00 2:0.00@50.00");
    assertThat(year(rated.changed(LocalDate.of(2027, 2, 15), THIRTY)))
        .as("a rate until then, euros from then on")
        .isEqualTo("1:0.00@100.00 2:15.00@50.00 3:30.00");
    assertThat(year(DecisionPeriods.first(List.of()))).isEmpty();
  }

  @Test
  @DisplayName("M-F31 they are kept with the inputs and come back as they were")
  void are_kept() {
    DecisionPeriods periods =
        DecisionPeriods.first(whole(AmountUnit.RATE, "100"))
            .changed(LocalDate.of(2027, 2, 15), NINETY)
            .changed(LocalDate.of(2027, 5, 1), List.of());
    String inputs = periods.addTo("{\"familyQuotient\":412}");
    assertThat(inputs).contains("\"familyQuotient\":412");
    DecisionPeriods read = DecisionPeriods.read(inputs).orElseThrow();
    assertThat(year(read)).isEqualTo(year(periods));
    assertThat(read.addTo("{}")).isEqualTo(periods.addTo("{}"));
    assertThat(DecisionPeriods.read("{}")).isEmpty();
  }
}
