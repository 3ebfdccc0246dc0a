package fr.gestmat.lending.control.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.entity.DeviceState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which devices may be put on a slip. */
class SlipRuleTest {

  @ParameterizedTest(name = "{0} here {1} on this {2} on another {3} among {4}: {5}")
  @CsvSource({
    "IN_STOCK, true,  false, false, 0,   ADDED",
    "TO_CHECK, true,  false, false, 499, ADDED",
    "IN_STOCK, true,  false, false, 500, FULL",
    "IN_STOCK, true,  true,  false, 500, AGAIN",
    "IN_STOCK, true,  false, true,  3,   OTHER_SLIP",
    "IN_STOCK, false, false, false, 3,   NOT_HERE",
    "ON_LOAN,  true,  false, false, 3,   ON_LOAN",
    // Lent since it was put on the slip: still on it, and left behind at sending.
    "ON_LOAN,  true,  true,  false, 3,   AGAIN",
    "EXPECTED, true,  false, false, 3,   NOT_IN_STOCK",
    "IN_REPAIR, true, false, false, 3,   NOT_IN_STOCK",
    "IN_TRANSIT, true, false, false, 3,  NOT_IN_STOCK",
    "LOST,     true,  false, false, 3,   NOT_IN_STOCK",
    "STOLEN,   true,  false, false, 3,   NOT_IN_STOCK",
    "WITHDRAWN, true, false, false, 3,   NOT_IN_STOCK",
    "OWNERSHIP_TRANSFERRED, true, false, false, 3, NOT_IN_STOCK",
  })
  void judges(
      DeviceState state, boolean here, boolean on, boolean other, long count, SlipFinding finding) {
    assertThat(SlipRule.judge(new SlipRule.Offered(state, here, on, other, count)))
        .isEqualTo(finding);
  }
}
