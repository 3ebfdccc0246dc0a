package fr.gestmat.lending.control.charge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.entity.ChargeState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every line of an answer gets a verdict. */
class FinanceAnswerTest {

  private static final Map<String, ChargeState> STANDING =
      Map.of(
          "2026-000001", ChargeState.SENT,
          "2026-000002", ChargeState.PAID,
          "2026-000003", ChargeState.TO_REFUND,
          "2026-000004", ChargeState.CANCELLED);

  @ParameterizedTest(name = "[{0}] [{1}]: {2}")
  @CsvSource({
    "2026-000001, payé, MOVES",
    "2026-1, SOLDÉE, MOVES",
    "2026-000001, annulée, MOVES",
    "2026-000001, remboursé, NOT_POSSIBLE",
    "2026-000002, payé, SAME",
    "2026-000002, annulé, NOT_POSSIBLE",
    "2026-000003, Remboursé, MOVES",
    "2026-000004, payé, NOT_POSSIBLE",
    "2026-000004, annulé, SAME",
    "2026-000001, bientôt, STATE_UNREADABLE",
    "2026-000009, payé, NUMBER_UNKNOWN",
    "'', payé, NUMBER_UNREADABLE",
    "2026, payé, NUMBER_UNREADABLE",
    "=1+1, payé, NUMBER_UNREADABLE"
  })
  void verdicts(String number, String word, FinanceAnswer.Verdict verdict) {
    assertThat(FinanceAnswer.judge(List.of(new FinanceAnswer.Line(2, number, word)), STANDING))
        .extracting(FinanceAnswer.Judged::verdict)
        .containsExactly(verdict);
  }
}
