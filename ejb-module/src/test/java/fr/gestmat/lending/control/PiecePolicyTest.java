package fr.gestmat.lending.control;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.kit.PiecePolicy;
import fr.gestmat.lending.entity.DeviceState;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * L066: a piece that is scanned never ends a loan, and one that is not expected can be taken out.
 */
class PiecePolicyTest {

  @ParameterizedTest
  @CsvSource({
    "CHECK_IN,  IN_STOCK, false, ,               OK PIECE_PRESENT NONE []",
    "CHECK_IN,  TO_CHECK, false, ,               OK PIECE_PRESENT NONE []",
    "CHECK_IN,  TO_CHECK, true,  ,               WARNING PIECE_FOUND FOUND []",
    "CHECK_IN,  ON_LOAN,  true,  ,               WARNING PIECE_FOUND FOUND []",
    "CHECK_IN,  ON_LOAN,  false, ,               WARNING PIECE_WITHOUT_DEVICE NONE [TAKE_PIECE_OUT]",
    "CHECK_IN,  ON_LOAN,  false, TAKE_PIECE_OUT, WARNING PIECE_TAKEN_OUT TAKEN_OUT []",
    "CHECK_IN,  ON_LOAN,  false, SEND_HOME,      REFUSED CHOICE_NOT_OFFERED NONE []",
    "CHECK_OUT, ON_LOAN,  false, ,               OK PIECE_PRESENT NONE []",
    "CHECK_OUT, IN_STOCK, false, ,               WARNING PIECE_BEFORE_DEVICE NONE [TAKE_PIECE_OUT]",
  })
  void l066_decides(
      ScanMode mode, DeviceState device, boolean missing, ScanChoice choice, String expected) {
    PiecePolicy.Decision decision =
        PiecePolicy.decide(
            new PiecePolicy.Situation("Chargeur", "T-1", device, missing),
            mode,
            Optional.ofNullable(choice));
    assertThat(
            decision.outcome()
                + " "
                + decision.finding().reason()
                + " "
                + decision.effect()
                + " "
                + decision.choices())
        .isEqualTo(expected);
  }
}
