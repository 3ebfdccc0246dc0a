package fr.gestmat.mealaid.control.statement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.statement.ClosingRule.Standing;
import fr.gestmat.mealaid.entity.statement.StatementState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only the latest draft, checked and still right, becomes final. */
class ClosingRuleTest {

  private static String codes(List<Refusal> reasons) {
    return reasons.stream().map(Refusal::code).collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "M-K01 {0}, superseded {1}, outdated {2}: check {3}, close {4}")
  @CsvSource({
    "DRAFT,   false, false, '',             notChecked",
    "CHECKED, false, false, checkedAlready, ''",
    "FINAL,   false, false, finalAlready,   finalAlready",
    "FINAL,   false, true,  finalAlready,   finalAlready",
    "DRAFT,   true,  false, tooOld,         tooOld",
    "CHECKED, true,  true,  tooOld,         tooOld",
    "DRAFT,   false, true,  outdated,       outdated",
    "CHECKED, false, true,  outdated,       outdated",
  })
  void moves_on(
      StatementState state, boolean superseded, boolean outdated, String check, String close) {
    Standing standing = new Standing(state, Optional.of("EV-2026-0001"), superseded, outdated);

    assertThat(codes(ClosingRule.checking(standing))).isEqualTo(check);
    assertThat(codes(ClosingRule.closing(standing))).isEqualTo(close);
  }
}
