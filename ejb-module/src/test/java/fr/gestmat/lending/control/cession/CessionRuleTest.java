package fr.gestmat.lending.control.cession;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.cession.CessionRule.Chooser;
import fr.gestmat.lending.control.cession.CessionRule.Standing;
import fr.gestmat.lending.entity.LoanState;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may choose at the end of schooling, and until when it can be taken back. */
class CessionRuleTest {

  private static String codes(List<Refusal> reasons) {
    return reasons.stream().map(Refusal::code).collect(Collectors.joining(" "));
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
    assertThat(codes(CessionRule.choosing(new Standing(given, loan, adult, decided, false), by)))
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
                    new Standing(true, loan, adult, true, certified), accepted, by)))
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
                    new Standing(true, LoanState.CLOSED, true, decided, certified))))
        .isEqualTo(reasons);
  }
}
