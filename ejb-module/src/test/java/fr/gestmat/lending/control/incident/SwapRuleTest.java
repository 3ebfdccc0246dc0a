package fr.gestmat.lending.control.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.incident.SwapRule.Facts;
import fr.gestmat.lending.control.incident.SwapRule.Holder;
import fr.gestmat.lending.entity.DeviceState;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which device may serve while another is being mended. */
class SwapRuleTest {

  @ParameterizedTest(name = "{0}, here {1}, {2}, emergency {3}, kept {4}, serves {5}: {6}")
  @CsvSource({
    "IN_STOCK, true, NOBODY, false, false, false, ''",
    "ON_LOAN, true, SAME_PUPIL, false, false, false, ''",
    "ON_LOAN, false, SAME_PUPIL, true, true, false, ''",
    "IN_STOCK, false, NOBODY, false, false, false, swapElsewhere",
    "IN_STOCK, true, NOBODY, true, false, false, swapEmergency",
    "IN_STOCK, true, NOBODY, false, true, false, swapReserved",
    "IN_STOCK, true, NOBODY, false, false, true, swapServes",
    "IN_STOCK, false, NOBODY, true, true, true, swapElsewhere swapEmergency swapReserved"
        + " swapServes",
    "ON_LOAN, true, OTHER_PUPIL, false, false, false, swapLent",
    "ON_LOAN, true, CLAIMS_RETURN, false, false, false, swapClaimed",
    "ON_LOAN, true, OTHER_PUPIL, false, false, true, swapLent swapServes",
    "TO_CHECK, true, NOBODY, false, false, false, swapToCheck",
    "IN_REPAIR, true, NOBODY, false, false, false, swapInRepair",
    "IN_TRANSIT, true, NOBODY, false, false, false, swapInTransit",
    "EXPECTED, true, NOBODY, false, false, false, swapExpected",
    "LOST, true, OTHER_PUPIL, false, false, false, swapGone",
    "STOLEN, true, NOBODY, false, false, false, swapGone",
    "WITHDRAWN, true, NOBODY, false, false, false, swapGone",
    "OWNERSHIP_TRANSFERRED, true, NOBODY, false, false, false, swapGone",
  })
  void whatMayServe(
      DeviceState state,
      boolean here,
      Holder holder,
      boolean emergencyForOthers,
      boolean keptForOther,
      boolean serves,
      String expected) {
    List<Refusal> refusals =
        SwapRule.refusals(
            "T-1", new Facts(state, here, holder, emergencyForOthers, keptForOther, serves));

    assertThat(refusals.stream().map(Refusal::code).collect(Collectors.joining(" ")))
        .isEqualTo(expected);
    assertThat(refusals)
        .allSatisfy(
            r -> {
              assertThat(r.field()).isEqualTo("swap");
              assertThat(r.data()).isEqualTo(List.of("T-1"));
            });
  }
}
