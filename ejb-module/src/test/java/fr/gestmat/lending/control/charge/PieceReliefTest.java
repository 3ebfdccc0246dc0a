package fr.gestmat.lending.control.charge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.entity.ChargeState;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What finding pieces does to their charge. */
class PieceReliefTest {

  @DisplayName("L066 a piece found after it was charged is not asked any more")
  @ParameterizedTest(name = "{0} {1} for {2}, {3} found: {4}")
  @CsvSource({
    "PROPOSED, 39.00, 1, 1, CANCELLED 0.00",
    "VALIDATED, 39.00, 1, 1, CANCELLED 0.00",
    "PROPOSED, 117.00, 3, 1, LOWERED 78.00",
    "VALIDATED, 117.00, 3, 2, LOWERED 39.00",
    "SENT, 39.00, 1, 1, CANCELLED 0.00",
    "SENT, 117.00, 3, 1, CANCELLED 78.00",
    "PAID, 39.00, 1, 1, TO_REFUND 0.00",
    "PAID, 117.00, 3, 2, TO_REFUND 39.00",
    "CANCELLED, 39.00, 1, 1, ''",
    "TO_REFUND, 39.00, 1, 1, ''",
    "REFUNDED, 39.00, 1, 1, ''",
    "PROPOSED, 0.01, 3, 2, CANCELLED 0.00",
    "PAID, 39.00, 1, 2, TO_REFUND 0.00",
  })
  void l066_what_is_found_is_not_asked(
      ChargeState state, BigDecimal amount, int owed, int found, String expected) {
    assertThat(
            PieceRelief.decide(state, amount, owed, found)
                .map(relief -> relief.outcome() + " " + relief.left())
                .orElse(""))
        .isEqualTo(expected);
  }
}
