package fr.gestmat.lending.control.cession;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.cession.CessionRule.Chooser;
import fr.gestmat.lending.control.cession.CessionRule.Standing;
import fr.gestmat.lending.control.policy.Cohort;
import fr.gestmat.lending.control.policy.EndOfSchooling;
import fr.gestmat.lending.entity.LoanState;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may choose at the end of schooling, and until when it can be taken back. */
class CessionRuleTest {

  private static String codes(List<Refusal> reasons) {
    return reasons.stream().map(Refusal::code).collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "from {0} on, asked on {1}: {2}")
  @CsvSource({
    "06-15, 2026-11-27, notOpenYet[2027-06-15]",
    "06-15, 2027-06-14, notOpenYet[2027-06-15]",
    "06-15, 2027-06-15, ''",
    "06-15, 2027-07-31, ''",
    "06-15, 2027-08-01, notOpenYet[2028-06-15]",
    "09-15, 2026-08-20, notOpenYet[2026-09-15]",
    "09-15, 2026-11-27, ''",
    ",      2026-11-27, ''",
  })
  void nobody_chooses_before_the_day_of_the_policy(String from, LocalDate on, String reasons) {
    EndOfSchooling end =
        new EndOfSchooling(
            true,
            Cohort.EVERYONE,
            Optional.ofNullable(from).map(day -> MonthDay.parse("--" + day)));
    assertThat(
            CessionRule.choosing(
                    new Standing(true, LoanState.OPEN, true, false, false, end.opensAfter(on)),
                    Chooser.PUPIL)
                .stream()
                .map(refusal -> refusal.code() + refusal.data())
                .collect(Collectors.joining(" ")))
        .isEqualTo(reasons);
  }

  @Test
  void an_incident_is_settled_before_a_device_is_kept() {
    assertThat(codes(CessionRule.keeping(true))).isEqualTo("incidentRuns");
    assertThat(codes(CessionRule.keeping(false))).isEmpty();
  }

  @ParameterizedTest(name = "given {0}, loan {1}, adult {2}, decided {3}, by {4}: {5}")
  @CsvSource({
    "true,  OPEN,   true,  false, PUPIL,    ''",
    "true,  OPEN,   false, false, GUARDIAN, ''",
    "true,  OPEN,   true,  false, GUARDIAN, adultChooses",
    "true,  OPEN,   false, false, PUPIL,    guardianMustChoose",
    "false, OPEN,   true,  false, PUPIL,    notGiven",
    "true,  LOST,   true,  false, PUPIL,    loanNotOpen",
    "true,  CLOSED, true,  false, PUPIL,    loanNotOpen",
    "true,  CLAIMED_RETURNED, true, false, PUPIL, loanNotOpen",
    // All reasons at once.
    "false, LOST,   false, false, PUPIL,    notGiven loanNotOpen guardianMustChoose",
    "true,  CLOSED, true,  true,  PUPIL,    decidedAlready",
  })
  void choosing(
      boolean given, LoanState loan, boolean adult, boolean decided, Chooser by, String reasons) {
    assertThat(
            codes(
                CessionRule.choosing(
                    new Standing(given, loan, adult, decided, false, Optional.empty()), by)))
        .isEqualTo(reasons);
  }

  @ParameterizedTest(name = "loan {0}, adult {1}, accepted {2}, certified {3}, by {4}: {5}")
  @CsvSource({
    "CLOSED, true,  true,  false, PUPIL,    ''",
    "CLOSED, false, true,  false, GUARDIAN, ''",
    "CLOSED, true,  true,  true,  PUPIL,    certifiedAlready",
    "CLOSED, false, true,  false, PUPIL,    guardianMustChoose",
    "OPEN,   true,  false, false, PUPIL,    ''",
    // Refused, and brought back meanwhile.
    "CLOSED, true,  false, false, PUPIL,    loanNotOpen",
    "LOST,   true,  false, false, PUPIL,    loanNotOpen",
    // Came of age since.
    "CLOSED, true,  true,  false, GUARDIAN, adultChooses",
  })
  void changing(
      LoanState loan, boolean adult, boolean accepted, boolean certified, Chooser by, String why) {
    assertThat(
            codes(
                CessionRule.changing(
                    new Standing(true, loan, adult, true, certified, Optional.empty()),
                    accepted,
                    by)))
        .isEqualTo(why);
  }

  @ParameterizedTest(name = "decided {0}, certified {1}: {2}")
  @CsvSource({
    "true,  false, ''",
    "true,  true,  certifiedAlready",
    "false, false, nothingChosen",
  })
  void undoing(boolean decided, boolean certified, String reasons) {
    assertThat(
            codes(
                CessionRule.undoing(
                    new Standing(
                        true, LoanState.CLOSED, true, decided, certified, Optional.empty()))))
        .isEqualTo(reasons);
  }
}
