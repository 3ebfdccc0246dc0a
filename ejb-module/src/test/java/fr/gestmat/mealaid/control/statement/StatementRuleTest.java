package fr.gestmat.mealaid.control.statement;

import static fr.gestmat.mealaid.control.statement.SchoolYear.HERE;
import static fr.gestmat.mealaid.control.statement.SchoolYear.TERMS;
import static fr.gestmat.mealaid.control.statement.SchoolYear.THERE;
import static fr.gestmat.mealaid.control.statement.SchoolYear.broken;
import static fr.gestmat.mealaid.control.statement.SchoolYear.euros;
import static fr.gestmat.mealaid.control.statement.SchoolYear.grant;
import static fr.gestmat.mealaid.control.statement.SchoolYear.moved;
import static fr.gestmat.mealaid.control.statement.SchoolYear.rate;
import static fr.gestmat.mealaid.entity.statement.StatementKind.CORRECTION;
import static fr.gestmat.mealaid.entity.statement.StatementKind.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.statement.LineProblem;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a school's statement, and what it takes back. */
class StatementRuleTest {

  private static final List<Stay> STAYS = List.of(Stay.always(HERE));

  private final SchoolYear year = new SchoolYear();

  private static List<String> said(List<StatedLine> lines) {
    return lines.stream()
        .map(
            l ->
                l.kind()
                    + " T"
                    + l.term()
                    + " "
                    + l.amount()
                    + (l.money().rate() == null ? "" : " " + l.money().rate() + "%")
                    + (l.problem() == null ? "" : " " + l.problem())
                    + (l.money().remark() == null ? "" : " " + l.money().remark()))
        .toList();
  }

  private static Grant termly(long application, String first, String second, String third) {
    return grant(application, STAYS, euros(1, first), euros(2, second), euros(3, third));
  }

  @Test
  void each_child_has_a_line_of_the_term_by_name() {
    List<Grant> grants =
        List.of(termly(2, "90.00", "70.00", "60.00"), termly(1, "45.00", "35.00", "30.00"));

    assertThat(said(year.draft(REGULAR, 1, HERE, grants)))
        .containsExactly("DUE T1 45.00", "DUE T1 90.00");
    assertThat(year.draft(REGULAR, 1, THERE, grants)).isEmpty();
  }

  @Test
  void a_rate_is_told_without_euros() {
    List<Grant> grants = List.of(grant(1, STAYS, rate(1, "50.00")));

    assertThat(said(year.close(REGULAR, 1, HERE, grants))).containsExactly("DUE T1 0.00 50.00%");
    assertThat(said(year.close(CORRECTION, 1, HERE, List.of(grant(1, STAYS, rate(1, "100.00"))))))
        .containsExactly("CANCELLED T1 0.00 50.00%", "REPLACED T1 0.00 100.00%");
    assertThat(said(year.close(CORRECTION, 1, HERE, List.of(grant(1, STAYS)))))
        .containsExactly("RECOVERY T1 0.00 100.00%");
    assertThat(year.draft(CORRECTION, 1, HERE, List.of(grant(1, STAYS)))).isEmpty();
  }

  @Test
  @DisplayName(
      "M-K04, M-K05 no change no line; a change one minus and one plus; a new child one line")
  void corrections() {
    year.close(
        REGULAR,
        1,
        HERE,
        List.of(termly(1, "90.00", "70.00", "60.00"), termly(2, "90.00", "70.00", "60.00")));

    List<Grant> now =
        List.of(
            termly(1, "90.00", "70.00", "60.00"),
            termly(2, "45.00", "35.00", "30.00"),
            termly(3, "80.00", "70.00", "60.00"));
    assertThat(said(year.close(CORRECTION, 1, HERE, now)))
        .containsExactly("CANCELLED T1 -90.00", "REPLACED T1 45.00", "ARREARS T1 80.00");
    assertThat(year.draft(CORRECTION, 1, HERE, now)).as("nothing more to correct").isEmpty();
  }

  @Test
  @DisplayName("M-K09 what is granted late comes with the next statement, arrears and all")
  void arrears_after_a_late_grant_or_an_appeal() {
    year.close(REGULAR, 1, HERE, List.of(termly(1, "90.00", "70.00", "60.00"), grant(2, STAYS)));

    assertThat(
            said(
                year.draft(
                    REGULAR,
                    2,
                    HERE,
                    List.of(
                        termly(1, "90.00", "70.00", "60.00"),
                        termly(2, "90.00", "70.00", "60.00")))))
        .containsExactly("DUE T2 70.00", "ARREARS T1 90.00", "DUE T2 70.00");
  }

  @Test
  @DisplayName(
      "M-K09 a revoked aid is recovered, never below zero: the rest goes to the next statement")
  void recovery_is_carried_over() {
    year.close(
        REGULAR,
        1,
        HERE,
        List.of(termly(1, "90.00", "70.00", "60.00"), termly(2, "10.00", "20.00", "30.00")));
    List<Grant> revoked = List.of(grant(1, STAYS), termly(2, "10.00", "20.00", "30.00"));

    List<StatedLine> second = year.close(REGULAR, 2, HERE, revoked);
    assertThat(said(second))
        .containsExactly("RECOVERY T1 -90.00", "DUE T2 20.00", "CARRIED_OUT T2 70.00");
    assertThat(StatementSums.total(second)).isZero();
    List<StatedLine> third = year.close(REGULAR, 3, HERE, revoked);
    assertThat(said(third))
        .containsExactly("DUE T3 30.00", "CARRIED_IN T3 -70.00", "CARRIED_OUT T3 40.00");
    assertThat(year.owed(HERE)).isEqualByComparingTo("40.00");
  }

  @Test
  @DisplayName("M-E12 a child who changed school is paid by days in both, every cent once")
  void prorata_in_both_schools() {
    List<Grant> grants = List.of(grant(1, moved(LocalDate.of(2026, 10, 4)), euros(1, "100.01")));

    assertThat(said(year.draft(REGULAR, 1, HERE, grants))).containsExactly("DUE T1 33.00 PRORATED");
    assertThat(said(year.draft(REGULAR, 1, THERE, grants)))
        .containsExactly("DUE T1 67.01 PRORATED");
  }

  @Test
  @DisplayName("M-E12 a move told after the statement was final is corrected on both sides")
  void a_move_that_is_told_late() {
    year.close(REGULAR, 1, HERE, List.of(grant(1, STAYS, euros(1, "100.00"))));
    List<Grant> moved = List.of(grant(1, moved(LocalDate.of(2026, 10, 1)), euros(1, "100.00")));

    assertThat(said(year.close(CORRECTION, 1, HERE, moved)))
        .containsExactly(
            "CANCELLED T1 -100.00", "REPLACED T1 30.00 PRORATED", "CARRIED_OUT T1 70.00");
    assertThat(said(year.close(CORRECTION, 1, THERE, moved)))
        .containsExactly("ARREARS T1 70.00 PRORATED");
  }

  @ParameterizedTest(name = "M-E12 from {0} to {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        // The whole term, whatever is known of the days before and after it.
        "-,          -,          DUE T1 100.00",
        "2025-09-01, 2027-07-03, DUE T1 100.00",
        "2026-09-01, 2026-12-09, DUE T1 100.00",
        // Came or left within it.
        "2026-09-02, -,          DUE T1 99.00 PRORATED",
        "-,          2026-09-30, DUE T1 30.00 PRORATED",
        "2026-12-09, -,          DUE T1 1.00 PRORATED",
        // Was not there at all.
        "2026-12-10, -,          ''",
        "-,          2026-08-31, ''",
      })
  void arrivals_and_leavers(LocalDate from, LocalDate to, String line) {
    Stay stay = new Stay(HERE, Optional.ofNullable(from), Optional.ofNullable(to));

    assertThat(
            String.join(
                "",
                said(
                    year.draft(
                        REGULAR, 1, HERE, List.of(grant(1, List.of(stay), euros(1, "100.00")))))))
        .isEqualTo(line);
  }

  @Test
  void who_eats_at_home_has_nothing_taken_off_and_keeps_what_was_paid_before() {
    year.close(REGULAR, 1, HERE, List.of(termly(1, "90.00", "70.00", "60.00")));
    DecisionTerm[] terms = {euros(1, "90.00"), euros(2, "70.00")};

    assertThat(said(year.draft(REGULAR, 2, HERE, List.of(grant(1, STAYS, "DAY", terms)))))
        .containsExactly("DUE T2 0.00 DAY_PUPIL");
  }

  @ParameterizedTest(name = "M-K06 {0}")
  @CsvSource({"PUPIL_MISSING", "SCHOOL_MISSING", "AMOUNT_MISSING"})
  void a_line_in_error_pays_nothing_and_does_not_block_the_others(LineProblem problem) {
    List<Grant> grants = List.of(broken(1, problem), termly(2, "90.00", "70.00", "60.00"));

    List<StatedLine> lines = year.close(REGULAR, 1, HERE, grants);
    assertThat(said(lines)).containsExactly("DUE T1 0.00 " + problem, "DUE T1 90.00");
    assertThat(
            said(
                year.draft(
                    REGULAR,
                    2,
                    HERE,
                    List.of(termly(1, "90.00", "70.00", "60.00"), grants.get(1)))))
        .as("what was missing comes with the next statement")
        .containsExactly("ARREARS T1 90.00", "DUE T2 70.00", "DUE T2 70.00");
  }

  @Test
  void a_line_in_error_stands_where_the_child_is() {
    assertThat(year.draft(REGULAR, 1, THERE, List.of(broken(1, LineProblem.AMOUNT_MISSING))))
        .isEmpty();
  }

  @Test
  void what_gives_nothing_has_no_line_and_takes_back_what_was_paid() {
    List<Grant> nothing = List.of(termly(1, "0.00", "0.00", "0.00"), grant(2, STAYS, rate(1, "0")));
    assertThat(year.draft(REGULAR, 1, HERE, nothing)).isEmpty();

    year.close(REGULAR, 1, HERE, List.of(termly(1, "90.00", "70.00", "60.00")));
    assertThat(said(year.draft(CORRECTION, 1, HERE, nothing)))
        .containsExactly("RECOVERY T1 -90.00", "CARRIED_OUT T1 90.00");
  }

  @Test
  void what_is_carried_out_is_reckoned_anew_and_not_twice() {
    year.close(REGULAR, 1, HERE, List.of(termly(1, "90.00", "70.00", "60.00")));
    List<StatedLine> lines = year.draft(CORRECTION, 1, HERE, List.of(grant(1, STAYS)));

    assertThat(said(lines)).containsExactly("RECOVERY T1 -90.00", "CARRIED_OUT T1 90.00");
    assertThat(StatementRule.balanced(new StatementOrder(CORRECTION, 1, HERE, TERMS), lines))
        .isEqualTo(lines);
  }

  @Test
  void a_term_is_never_paid_twice_whatever_the_order() {
    List<Grant> grants = List.of(termly(1, "90.00", "70.00", "60.00"));
    year.close(REGULAR, 2, HERE, grants);

    assertThat(year.draft(REGULAR, 1, HERE, grants)).as("paid as arrears of term 2").isEmpty();
  }

  @Test
  void a_purged_application_is_not_recovered() {
    year.close(REGULAR, 1, HERE, List.of(termly(1, "90.00", "70.00", "60.00")));

    assertThat(year.draft(CORRECTION, 1, HERE, List.of())).isEmpty();
  }
}
