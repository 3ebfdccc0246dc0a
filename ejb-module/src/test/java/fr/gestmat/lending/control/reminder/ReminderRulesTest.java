package fr.gestmat.lending.control.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.OpenDays;
import fr.gestmat.lending.control.reminder.LoanNotices.Now;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.notice.boundary.NoticeCheck.Queued;
import fr.gestmat.notice.entity.NoticeKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When families are reminded, and of what no more. */
class ReminderRulesTest {

  private static final LocalDate DUE = LocalDate.of(2027, 6, 30);
  private static final Instant QUEUED = Instant.parse("2027-06-30T10:00:00Z");

  /** L099: before, on and after the day, each step once; L100: how often is settable. */
  @ParameterizedTest
  @CsvSource({
    "-20, -",
    "-15, -",
    "-14, BEFORE-14",
    "-4, BEFORE-14",
    "-3, BEFORE-3",
    "-1, BEFORE-3",
    "0, DAY",
    "1, -",
    "6, -",
    "7, LATE-1",
    "13, LATE-1",
    "14, LATE-2",
    "500, LATE-2",
  })
  void a_loan_reaches_its_steps_one_after_the_other(int days, String step) {
    ReminderSettings settings = new ReminderSettings(List.of(3, 14), true, 7, 2, true, true);
    assertThat(
            ReminderPlan.reached(DUE, DUE.plusDays(days), settings)
                .map(ReminderPlan.Step::name)
                .orElse("-"))
        .isEqualTo(step);
  }

  @Test
  void nothing_is_said_where_nothing_is_wanted() {
    ReminderSettings none = new ReminderSettings(List.of(), false, 7, 0, true, true);
    for (int days = -30; days < 60; days++) {
      assertThat(ReminderPlan.reached(DUE, DUE.plusDays(days), none)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DUE_SOON, OPEN, 2027-06-30, true",
    "DUE_SOON, OPEN, 2027-07-15, false",
    "OVERDUE, OPEN, 2027-06-30, true",
    "OVERDUE, CLOSED, 2027-06-30, false",
    "OVERDUE, LOST, 2027-06-30, false",
    "OVERDUE, CLAIMED_RETURNED, 2027-06-30, false",
    "RETURNED, CLOSED, 2027-06-30, true",
    "RETURNED, OPEN, 2027-06-30, false",
    "DUE_DATE_CHANGED, OPEN, 2027-06-30, true",
    "CONVOCATION, OPEN, 2027-07-15, true",
    "CONVOCATION, CLOSED, 2027-06-30, false",
  })
  void a_notice_holds_as_long_as_its_loan_is_as_it_says(
      NoticeKind kind, LoanState state, String due, boolean holds) {
    Queued notice = new Queued(1, kind, 2, Map.of(LoanFacts.DUE, "2027-06-30"), QUEUED);
    assertThat(LoanNotices.holds(notice, Optional.of(new Now(state, due, Optional.of(QUEUED)))))
        .isEqualTo(holds);
    assertThat(LoanNotices.holds(notice, Optional.empty())).isFalse();
  }

  /** L051: a return that was undone, and done again since, has its own note and its own notice. */
  @ParameterizedTest
  @CsvSource({"-1, true", "0, true", "1, false", ", false"})
  void a_return_is_told_by_the_notice_of_its_own_note(Integer notedAfterQueued, boolean holds) {
    assertThat(
            LoanNotices.holds(
                new Queued(1, NoticeKind.RETURNED, 2, Map.of(), QUEUED),
                Optional.of(
                    new Now(
                        LoanState.CLOSED,
                        "",
                        Optional.ofNullable(notedAfterQueued).map(QUEUED::plusSeconds)))))
        .isEqualTo(holds);
  }

  private static final DueDateRule.Limits NONE =
      new DueDateRule.Limits(new OpenDays(Set.of(DayOfWeek.values()), Set.of()), Optional.empty());

  /** Open from Monday to Friday, closed on Ascension Thursday; the pupil leaves on 18 June. */
  private static final DueDateRule.Limits SCHOOL =
      new DueDateRule.Limits(
          new OpenDays(
              EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(LocalDate.of(2027, 5, 6))),
          Optional.of(LocalDate.of(2027, 6, 18)));

  @ParameterizedTest(name = "L061 L097 {0}: {1}")
  @CsvSource({
    "2027-06-18, ''",
    "2027-06-19, dueDate.afterLastDay[2027-06-18]",
    "2027-05-06, 'dueDate.closed[2027-05-05, 2027-05-07]'",
    "2027-05-08, 'dueDate.closed[2027-05-07, 2027-05-10]'",
    "2027-05-10, ''",
    ", ''",
  })
  void a_date_that_is_typed_is_held_to_what_a_computed_one_is(LocalDate dueOn, String refusals) {
    assertThat(
            DueDateRule.refusals(
                    LoanState.OPEN, Optional.ofNullable(dueOn), LocalDate.of(2027, 1, 4), SCHOOL)
                .stream()
                .map(refusal -> refusal.code() + refusal.data())
                .collect(Collectors.joining(" ")))
        .isEqualTo(refusals);
  }

  /** Saturday 8 May and Sunday are closed, and so is Ascension Thursday; today is 4 January. */
  @ParameterizedTest(name = "L061 L097 leaves on {0}: {1}")
  @CsvSource({
    "2027-05-07, dueDate.afterLastDay[2027-05-07]",
    "2027-05-08, 'dueDate.afterLastOpenDay[2027-05-08, 2027-05-07]'",
    "2027-05-09, 'dueDate.afterLastOpenDay[2027-05-09, 2027-05-07]'",
    "2027-05-06, 'dueDate.afterLastOpenDay[2027-05-06, 2027-05-05]'",
    "2027-01-04, dueDate.afterLastDay[2027-01-04]",
  })
  void past_the_last_day_the_last_open_day_until_then_is_proposed(
      LocalDate lastDay, String refusal) {
    assertThat(refusals(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 1, 4), lastDay))
        .isEqualTo(refusal);
  }

  @Test
  void l061_l097_no_day_is_open_until_the_last_one() {
    LocalDate saturday = LocalDate.of(2027, 5, 8);
    assertThat(refusals(LocalDate.of(2027, 7, 1), saturday, saturday.plusDays(1)))
        .isEqualTo("dueDate.closedAround[2027-05-09]");
  }

  private static String refusals(LocalDate dueOn, LocalDate today, LocalDate lastDay) {
    return DueDateRule.refusals(
            LoanState.OPEN,
            Optional.of(dueOn),
            today,
            new DueDateRule.Limits(SCHOOL.open(), Optional.ofNullable(lastDay)))
        .stream()
        .map(refusal -> refusal.code() + refusal.data())
        .collect(Collectors.joining(" "));
  }

  /** Today is Ascension Thursday, itself a closed day. */
  @ParameterizedTest(name = "L061 L097 {0}, until {1}: {2}")
  @CsvSource({
    "2027-05-06, , dueDate.closedBefore[2027-05-07]",
    "2027-05-06, 2027-05-06, dueDate.closedAround[2027-05-06]",
    "2027-05-06, 2027-05-07, dueDate.closedBefore[2027-05-07]",
    "2027-05-08, , 'dueDate.closed[2027-05-07, 2027-05-10]'",
    "2027-05-08, 2027-05-10, 'dueDate.closed[2027-05-07, 2027-05-10]'",
    "2027-05-08, 2027-05-09, dueDate.closedAfter[2027-05-07]",
  })
  void a_closed_day_names_the_open_days_around_it_that_are_allowed(
      LocalDate dueOn, LocalDate lastDay, String refusals) {
    assertThat(refusals(dueOn, LocalDate.of(2027, 5, 6), lastDay)).isEqualTo(refusals);
  }

  /** L097: an open loan only, not lost, not said to be returned. */
  @ParameterizedTest
  @CsvSource({
    "OPEN, 2027-06-30, ''",
    "OPEN, , ''",
    "OPEN, 2027-01-01, ''",
    "OPEN, 2026-12-31, dueDate.past",
    "OPEN, 2040-01-01, dueDate.far",
    "LOST, 2027-06-30, dueDate.LOST",
    "CLAIMED_RETURNED, 2027-06-30, dueDate.CLAIMED_RETURNED",
    "CLOSED, 2026-12-31, dueDate.CLOSED dueDate.past",
  })
  void a_date_may_be_changed(LoanState state, LocalDate dueOn, String refusals) {
    assertThat(
            DueDateRule.refusals(state, Optional.ofNullable(dueOn), LocalDate.of(2027, 1, 1), NONE)
                .stream()
                .map(Refusal::code)
                .collect(Collectors.joining(" ")))
        .isEqualTo(refusals);
  }

  @ParameterizedTest
  @CsvSource({
    "14;3, 7, 6, ''",
    "'', 1, 0, ''",
    "0, 7, 6, beforeDays",
    "1;2;3;4;5;6, 7, 6, beforeDays",
    "14, 0, 51, everyDays mostLate",
  })
  void settings_are_judged_whole(String before, int every, int most, String expected) {
    ReminderSettings settings =
        new ReminderSettings(
            before.isEmpty()
                ? List.of()
                : List.of(before.split(";", -1)).stream().map(Integer::valueOf).toList(),
            true,
            every,
            most,
            true,
            true);
    String said = settings.refusals().stream().map(Refusal::code).collect(Collectors.joining(" "));
    assertThat(said).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "6, 0", "7, 1", "20, 2", "28, 4", "300, 4", "-1, 0"})
  void an_agreement_is_reminded_by_the_same_rhythm_four_times_at_most(int days, int step) {
    assertThat(AgreementReminders.step(DUE, DUE.plusDays(days), 7)).isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, true, true, true",
    "true, false, false, true, false",
    "true, true, false, true, true",
    "false, true, true, false, false"
  })
  void a_signature_is_missed_until_who_was_missing_signed(
      String pupil, String guardian, boolean pupilNow, boolean guardianNow, boolean holds) {
    Queued notice =
        new Queued(
            1,
            NoticeKind.AGREEMENT_TO_SIGN,
            2,
            Map.of(AgreementSteps.PUPIL, pupil, AgreementSteps.GUARDIAN, guardian),
            QUEUED);
    assertThat(
            AgreementSteps.holds(
                notice, Optional.of(new AgreementSteps.Now(pupilNow, guardianNow))))
        .isEqualTo(holds);
    assertThat(AgreementSteps.holds(notice, Optional.empty())).isFalse();
  }
}
