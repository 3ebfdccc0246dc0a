package fr.gestmat.lending.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The two tables of transitions, whole: a change of life has to be written here too. */
class TransitionsTest {

  @Test
  void devices_move_only_like_this() {
    List<String> table =
        DeviceState.transitions().stream()
            .map(t -> t.from() + " " + t.event() + " -> " + t.to() + " by " + t.by())
            .toList();

    assertThat(table)
        .containsExactlyInAnyOrder(
            "EXPECTED RECEIVED -> IN_STOCK by DESK",
            "EXPECTED WITHDRAWN -> WITHDRAWN by STOCK",
            "IN_STOCK LENT -> ON_LOAN by DESK",
            "IN_STOCK SENT -> IN_TRANSIT by DESK",
            "IN_STOCK PUT_ASIDE -> TO_CHECK by STOCK",
            "IN_STOCK FAULT_NOTED -> TO_CHECK by DESK",
            "IN_STOCK SENT_TO_REPAIR -> IN_REPAIR by STOCK",
            "IN_STOCK DECLARED_LOST -> LOST by STOCK",
            "IN_STOCK DECLARED_STOLEN -> STOLEN by STOCK",
            "IN_STOCK WITHDRAWN -> WITHDRAWN by STOCK",
            "IN_STOCK OWNERSHIP_TRANSFERRED -> OWNERSHIP_TRANSFERRED by REGION",
            "ON_LOAN RETURNED -> IN_STOCK by DESK",
            "ON_LOAN RETURNED_TO_CHECK -> TO_CHECK by DESK",
            "ON_LOAN RETURNED_AWAY -> IN_TRANSIT by DESK",
            "ON_LOAN DECLARED_LOST -> LOST by STOCK",
            "ON_LOAN DECLARED_STOLEN -> STOLEN by STOCK",
            "ON_LOAN OWNERSHIP_TRANSFERRED -> OWNERSHIP_TRANSFERRED by REGION",
            "TO_CHECK PASSED_CHECK -> IN_STOCK by STOCK",
            "TO_CHECK SENT -> IN_TRANSIT by DESK",
            "TO_CHECK SENT_TO_REPAIR -> IN_REPAIR by STOCK",
            "TO_CHECK DECLARED_LOST -> LOST by STOCK",
            "TO_CHECK DECLARED_STOLEN -> STOLEN by STOCK",
            "TO_CHECK WITHDRAWN -> WITHDRAWN by STOCK",
            "TO_CHECK OWNERSHIP_TRANSFERRED -> OWNERSHIP_TRANSFERRED by REGION",
            "IN_REPAIR REPAIRED -> IN_STOCK by DESK",
            "IN_REPAIR REPAIRED_TO_CHECK -> TO_CHECK by DESK",
            "IN_REPAIR DECLARED_LOST -> LOST by STOCK",
            "IN_REPAIR DECLARED_STOLEN -> STOLEN by STOCK",
            "IN_REPAIR WITHDRAWN -> WITHDRAWN by STOCK",
            "IN_TRANSIT ARRIVED -> IN_STOCK by DESK",
            "IN_TRANSIT ARRIVED_TO_CHECK -> TO_CHECK by DESK",
            "IN_TRANSIT TRANSFER_CANCELLED -> IN_STOCK by DESK",
            "IN_TRANSIT TRANSFER_CANCELLED_TO_CHECK -> TO_CHECK by DESK",
            "IN_TRANSIT DECLARED_LOST -> LOST by STOCK",
            "IN_TRANSIT DECLARED_STOLEN -> STOLEN by STOCK",
            "LOST FOUND -> IN_STOCK by DESK",
            "LOST FOUND_TO_CHECK -> TO_CHECK by DESK",
            "LOST FOUND_AWAY -> IN_TRANSIT by DESK",
            "LOST DECLARED_STOLEN -> STOLEN by STOCK",
            "LOST WITHDRAWN -> WITHDRAWN by STOCK",
            "STOLEN STOLEN_FOUND -> TO_CHECK by STOCK",
            "STOLEN WITHDRAWN -> WITHDRAWN by STOCK",
            "WITHDRAWN TAKEN_BACK -> TO_CHECK by DESK",
            "WITHDRAWN OWNERSHIP_TRANSFERRED -> OWNERSHIP_TRANSFERRED by REGION",
            "OWNERSHIP_TRANSFERRED TAKEN_BACK -> TO_CHECK by DESK");
  }

  @Test
  void loans_move_only_like_this() {
    List<String> table =
        LoanState.transitions().stream()
            .map(t -> t.from() + " " + t.event() + " -> " + t.to() + " by " + t.by())
            .toList();

    assertThat(table)
        .containsExactlyInAnyOrder(
            "OPEN RETURNED -> CLOSED by DESK",
            "OPEN RETURNED_BY_NEXT_LOAN -> CLOSED by DESK",
            "OPEN SWAPPED -> CLOSED by DESK",
            "OPEN EXTENDED -> OPEN by DESK",
            "OPEN CLAIMED_RETURNED -> CLAIMED_RETURNED by STOCK",
            "OPEN DECLARED_LOST -> LOST by STOCK",
            "OPEN DECLARED_STOLEN -> CLOSED by STOCK",
            "OPEN OWNERSHIP_TRANSFERRED -> CLOSED by REGION",
            "CLAIMED_RETURNED CLAIM_REFUSED -> OPEN by STOCK",
            "CLAIMED_RETURNED CLAIM_FOUND -> CLOSED by DESK",
            "CLAIMED_RETURNED CLAIM_RETURNED -> CLOSED by DESK",
            "CLAIMED_RETURNED DECLARED_LOST -> LOST by STOCK",
            "CLAIMED_RETURNED DECLARED_STOLEN -> CLOSED by STOCK",
            "LOST FOUND -> CLOSED by DESK",
            "LOST DECLARED_STOLEN -> CLOSED by STOCK");
  }

  @Test
  void only_a_device_in_stock_can_be_lent() {
    assertThat(
            DeviceState.transitions().stream()
                .filter(t -> t.event() == DeviceEvent.LENT)
                .map(DeviceState.Transition::from))
        .containsExactly(DeviceState.IN_STOCK);
  }

  @Test
  void every_event_happens_somewhere_and_no_line_is_said_twice() {
    assertThat(
            DeviceState.transitions().stream()
                .map(DeviceState.Transition::event)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(DeviceEvent.values()));
    assertThat(DeviceState.transitions().stream().map(t -> t.from() + " " + t.event()))
        .doesNotHaveDuplicates();
    assertThat(
            LoanState.transitions().stream()
                .map(LoanState.Transition::event)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(LoanEvent.values()));
    assertThat(LoanState.transitions().stream().map(t -> t.from() + " " + t.event()))
        .doesNotHaveDuplicates();
  }

  @Test
  void what_is_not_in_the_table_cannot_happen() {
    assertThat(DeviceState.WITHDRAWN.on(DeviceEvent.LENT)).isEmpty();
    assertThatThrownBy(() -> DeviceState.WITHDRAWN.after(DeviceEvent.LENT))
        .isInstanceOf(IllegalStateException.class);
    assertThat(LoanState.CLOSED.on(LoanEvent.RETURNED)).isEmpty();
    assertThatThrownBy(() -> LoanState.CLOSED.after(LoanEvent.RETURNED))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_right_includes_those_before_it() {
    assertThat(LendingRight.REGION.includes(LendingRight.STOCK)).isTrue();
    assertThat(LendingRight.STOCK.includes(LendingRight.STOCK)).isTrue();
    assertThat(LendingRight.DESK.includes(LendingRight.STOCK)).isFalse();
  }
}
