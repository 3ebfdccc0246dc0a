package fr.gestmat.lending.control.charge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.charge.RepairCharge.Standing;
import fr.gestmat.lending.entity.ChargeState;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cost that is said or corrected does to the charge of its repair. */
class RepairChargeTest {

  @ParameterizedTest(name = "due {0}, {1} {2}, another asked {3}, corrected {4}: {5}")
  @CsvSource({
    "60.00, , , false, true, PROPOSED",
    "60.00, , , false, false, PROPOSED",
    "60.00, , , true, true, NOTHING",
    ", , , false, true, NOTHING",
    "60.00, PROPOSED, 45.00, false, true, CHANGED",
    "30.00, PROPOSED, 45.00, false, true, CHANGED",
    "30.00, PROPOSED, 45.00, true, true, CHANGED",
    "45.0, PROPOSED, 45.00, false, true, NOTHING",
    "60.00, PROPOSED, 45.00, false, false, NOTHING",
    ", PROPOSED, 45.00, false, true, DROPPED",
    ", PROPOSED, 45.00, false, false, NOTHING",
    "60.00, VALIDATED, 45.00, false, true, NOTHING",
    ", VALIDATED, 45.00, false, true, NOTHING",
    "60.00, SENT, 45.00, false, true, NOTHING",
    "60.00, PAID, 45.00, false, true, NOTHING",
    "60.00, CANCELLED, 45.00, false, true, NOTHING",
    "60.00, TO_REFUND, 45.00, false, true, NOTHING",
    "60.00, REFUNDED, 45.00, false, true, NOTHING",
  })
  void whatACostDoes(
      BigDecimal due,
      ChargeState state,
      BigDecimal amount,
      boolean askedOtherwise,
      boolean corrected,
      RepairCharge expected) {
    Optional<Standing> charge = Optional.ofNullable(state).map(s -> new Standing(s, amount));

    assertThat(RepairCharge.decide(Optional.ofNullable(due), charge, askedOtherwise, corrected))
        .isEqualTo(expected);
  }
}
