package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import org.junit.jupiter.api.Test;

/** An undone scan leaves everything as it was, once, as long as nothing happened since. */
class UndoInContainerIT extends DeskTest {

  @Test
  void a_return_is_undone_down_to_the_last_sighting() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);
    String before = town.standing(device);
    Caller agent = town.agent(town.here);
    ScanRequest request = town.checkIn(town.here, device.tag());
    scan(agent, request);

    assertThat(said(answered(undo(agent, request.scanId())))).isEqualTo("OK UNDONE");
    assertThat(town.standing(device)).isEqualTo(before);
    assertThat(town.loans(device)).containsExactly("OPEN Ada");
    assertThat(town.journal(device)).containsExactly("RETURNED", "SCAN_UNDONE");

    assertThat(said(answered(undo(agent, request.scanId())))).as("again").isEqualTo("OK UNDONE");
    assertThat(town.journal(device)).hasSize(2);
  }

  @Test
  void a_hand_over_is_undone_and_its_loan_never_was() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    Pupil ada = town.pupil(town.here, "Ada");
    String before = town.standing(device);
    Caller agent = town.agent(town.here);
    ScanRequest request = town.checkOut(town.here, device.tag(), ada);
    scan(agent, request);

    assertThat(said(answered(undo(agent, request.scanId())))).isEqualTo("OK UNDONE");
    assertThat(town.standing(device)).isEqualTo(before);
    assertThat(town.loans(device)).isEmpty();
    assertThat(said(scan(agent, town.checkOut(town.here, device.tag(), ada)))).isEqualTo("OK LENT");
  }

  @Test
  void a_swap_is_undone_on_both_devices() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    Device adas = town.device(town.here);
    Device bens = town.device(town.here);
    town.lend(adas, ada, town.here);
    town.lend(bens, ben, town.here);
    Caller agent = town.agent(town.here);
    ScanRequest request = town.scan(ScanMode.CHECK_IN, town.here, adas.tag(), ben, "SWAP_HOLDERS");
    scan(agent, request);

    assertThat(said(answered(undo(agent, request.scanId())))).isEqualTo("OK UNDONE");
    assertThat(town.loans(adas)).containsExactly("OPEN Ada");
    assertThat(town.loans(bens)).containsExactly("OPEN Ben");
    assertThat(town.state(adas)).isEqualTo("ON_LOAN");
  }

  @Test
  void it_is_too_late_once_the_device_changed_again() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    Pupil ada = town.pupil(town.here, "Ada");
    town.lend(device, ada, town.here);
    Caller agent = town.agent(town.here);
    ScanRequest request = town.checkIn(town.here, device.tag());
    scan(agent, request);
    scan(agent, town.checkOut(town.here, device.tag(), ada));

    assertThat(said(answered(undo(agent, request.scanId())))).isEqualTo("REFUSED UNDO_TOO_LATE");
    assertThat(town.loans(device)).containsExactlyInAnyOrder("CLOSED Ada RETURNED", "OPEN Ada");
  }

  @Test
  void a_scan_that_changed_nothing_has_nothing_to_undo() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller agent = town.agent(town.here);
    ScanRequest request = town.checkIn(town.here, "NOTHING");
    scan(agent, request);

    assertThat(said(answered(undo(agent, request.scanId())))).isEqualTo("REFUSED UNDO_NOTHING");
  }

  @Test
  void only_who_scanned_and_who_runs_the_school_s_stock_may_undo() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    ScanRequest request = town.checkIn(town.here, device.tag());
    scan(town.agent(town.here), request);

    assertThat(undo(town.agent(town.here), request.scanId())).isEqualTo(new ScanReply.NotThere());
    assertThat(undo(town.manager(town.there), request.scanId()))
        .isEqualTo(new ScanReply.NotThere());
    assertThat(said(answered(undo(town.manager(town.here), request.scanId()))))
        .isEqualTo("OK UNDONE");
  }
}
