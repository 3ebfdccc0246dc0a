package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.system.incontainer.LendingTown.Device;
import org.junit.jupiter.api.Test;

/**
 * Devices that are scanned while they are not simply lent: in stock, lost, claimed, on their way.
 */
class DeskStatesInContainerIT extends DeskTest {

  @Test
  void l002_l013_a_device_that_is_not_on_loan_is_seen() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);

    ScanAnswer answer = scan(town.agent(town.here), town.checkIn(town.here, device.tag()));

    assertThat(said(answer)).isEqualTo("WARNING SEEN");
    assertThat(answer.loan()).isEmpty();
    assertThat(town.standing(device)).contains("Zoé Agent");
    assertThat(town.journal(device)).containsExactly("SEEN");
  }

  @Test
  void l020_l023_a_lost_device_is_found() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device lent = town.device(town.here);
    town.lend(lent, town.pupil(town.here, "Ada"), town.here, "LOST", "LOST");
    Device free = town.device(town.here, "LOST");
    Caller agent = town.agent(town.here);

    assertThat(said(scan(agent, town.checkIn(town.here, lent.tag()))))
        .isEqualTo("WARNING LOST_FOUND");
    assertThat(town.loans(lent)).containsExactly("CLOSED Ada FOUND");
    assertThat(town.state(lent)).isEqualTo("IN_STOCK");
    assertThat(town.journal(lent)).containsExactly("FOUND");
    assertThat(said(scan(agent, town.checkIn(town.here, free.tag()))))
        .isEqualTo("WARNING LOST_FOUND_WITHOUT_LOAN");
    assertThat(town.state(free)).isEqualTo("TO_CHECK");
    assertThat(town.journal(free)).containsExactly("FOUND");
  }

  @Test
  void l021_l024_policy_refuses_lost_and_withdrawn_devices() throws Exception {
    LendingTown town = LendingTown.found(database, "lost_return_allowed=false");
    Device lost = town.device(town.here);
    town.lend(lost, town.pupil(town.here, "Ada"), town.here, "LOST", "LOST");
    Device withdrawn = town.device(town.here, "WITHDRAWN");
    Caller agent = town.agent(town.here);

    assertThat(said(scan(agent, town.checkIn(town.here, lost.tag()))))
        .isEqualTo("REFUSED LOST_NOT_RETURNABLE");
    assertThat(town.loans(lost)).containsExactly("LOST Ada");
    assertThat(said(scan(agent, town.checkIn(town.here, withdrawn.tag()))))
        .isEqualTo("REFUSED WITHDRAWN");
    assertThat(town.state(lost)).isEqualTo("LOST");
    assertThat(town.state(withdrawn)).isEqualTo("WITHDRAWN");
    assertThat(town.journal(lost)).isEmpty();
    assertThat(town.journal(withdrawn)).isEmpty();
  }

  @Test
  void l024_policy_takes_withdrawn_and_given_devices_back() throws Exception {
    LendingTown town = LendingTown.found(database, "withdrawn_return_allowed=true");
    Device withdrawn = town.device(town.here, "WITHDRAWN");
    Device given = town.device(town.here, "OWNERSHIP_TRANSFERRED");
    Caller agent = town.agent(town.here);

    assertThat(said(scan(agent, town.checkIn(town.here, withdrawn.tag()))))
        .isEqualTo("WARNING WITHDRAWN");
    assertThat(said(scan(agent, town.checkIn(town.here, given.tag()))))
        .isEqualTo("WARNING OWNERSHIP_TRANSFERRED");
    assertThat(town.state(withdrawn)).isEqualTo("TO_CHECK");
    assertThat(town.state(given)).isEqualTo("TO_CHECK");
    assertThat(town.journal(withdrawn)).hasSize(1);
    assertThat(town.journal(given)).hasSize(1);
  }

  @Test
  void l025_a_claimed_return_is_settled_by_a_choice() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here, "CLAIMED_RETURNED", "ON_LOAN");
    Caller agent = town.agent(town.here);

    assertThat(said(scan(agent, town.checkIn(town.here, device.tag()))))
        .isEqualTo("WARNING CLAIM_TO_RESOLVE ?FOUND_BY_SCHOOL ?RETURNED_BY_PUPIL");
    assertThat(town.loans(device)).containsExactly("CLAIMED_RETURNED Ada");
    assertThat(
            said(
                scan(
                    agent,
                    town.scan(
                        ScanMode.CHECK_IN, town.here, device.tag(), null, "FOUND_BY_SCHOOL"))))
        .isEqualTo("OK CLAIM_RESOLVED_FOUND RETURNED");
    assertThat(town.loans(device)).containsExactly("CLOSED Ada CLAIM_FOUND");
    assertThat(town.state(device)).isEqualTo("IN_STOCK");
    assertThat(town.journal(device)).containsExactly("CLAIM_FOUND");
  }

  @Test
  void a_stolen_device_needs_a_loan_manager_and_keeps_its_police_report() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here, "STOLEN");

    assertThat(said(scan(town.agent(town.here), town.checkIn(town.here, device.tag()))))
        .isEqualTo("WARNING STOLEN_FOUND STOLEN_NEEDS_MANAGER");
    assertThat(town.state(device)).isEqualTo("STOLEN");
    assertThat(said(scan(town.manager(town.here), town.checkIn(town.here, device.tag()))))
        .isEqualTo("WARNING STOLEN_FOUND");
    assertThat(town.state(device)).isEqualTo("TO_CHECK");
    assertThat(town.value("select police_report from device where id = ?", device.id()))
        .isEqualTo("PV 2026/1234");
  }

  @Test
  void an_expected_device_is_received_and_a_repaired_one_too() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device expected = town.device(town.here, "EXPECTED");
    Device repaired = town.device(town.here, "IN_REPAIR");
    Caller agent = town.agent(town.here);

    assertThat(said(scan(agent, town.checkIn(town.here, expected.tag()))))
        .isEqualTo("WARNING DELIVERY_EXPECTED ?RECEIVE_DELIVERY");
    assertThat(town.state(expected)).isEqualTo("EXPECTED");
    scan(agent, town.scan(ScanMode.CHECK_IN, town.here, expected.tag(), null, "RECEIVE_DELIVERY"));
    scan(
        agent,
        town.scan(ScanMode.CHECK_IN, town.here, repaired.tag(), null, "RECEIVE_FROM_REPAIR"));
    assertThat(town.state(expected)).isEqualTo("IN_STOCK");
    assertThat(town.state(repaired)).isEqualTo("IN_STOCK");
    assertThat(town.journal(expected)).containsExactly("RECEIVED");
    assertThat(town.journal(repaired)).containsExactly("REPAIRED");
  }
}
