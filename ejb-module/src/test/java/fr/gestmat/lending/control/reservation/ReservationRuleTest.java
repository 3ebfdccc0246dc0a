package fr.gestmat.lending.control.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.reservation.ReservationRule.Facts;
import fr.gestmat.lending.entity.DeviceState;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which device may be kept for which pupil. */
class ReservationRuleTest {

  @DisplayName("L059 a device is kept for a pupil who could get it some day")
  @ParameterizedTest(name = "{0}, pupil there {1} at school {2}, held {3}, kept {4}: {5}")
  @CsvSource({
    "IN_STOCK, true, 1, false, false, ''",
    "ON_LOAN, true, 1, false, false, ''",
    "IN_TRANSIT, true, 2, false, false, ''",
    "EXPECTED, true, 1, false, false, ''",
    "LOST, true, 1, false, false, reserveNotInThisState",
    "STOLEN, true, 1, false, false, reserveNotInThisState",
    "WITHDRAWN, true, 1, false, false, reserveNotInThisState",
    "OWNERSHIP_TRANSFERRED, true, 1, false, false, reserveNotInThisState",
    "IN_STOCK, false, 1, false, false, reservePupilHasLeft",
    "IN_STOCK, true, 3, false, false, reservePupilElsewhere",
    "ON_LOAN, true, 1, true, false, reserveHeldAlready",
    "IN_STOCK, true, 1, false, true, reservedAlready",
    "LOST, false, 3, false, true, reserveNotInThisState reservedAlready reservePupilHasLeft",
  })
  void l059_who_may_have_it_kept(
      DeviceState state,
      boolean there,
      long school,
      boolean held,
      boolean reserved,
      String expected) {
    assertThat(
            ReservationRule.refusals(
                    new Facts(state, Set.of(1L, 2L), there, school, held, reserved))
                .stream()
                .map(Refusal::code)
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }
}
