package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.system.incontainer.LendingTown.Device;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices between schools: returned elsewhere, sent, received, seen by who may not know more. */
class SchoolsInContainerIT extends DeskTest {

  @Test
  void l035_returned_at_another_school_it_is_on_its_way_home() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.there);
    town.lend(device, town.pupil(town.there, "Zara"), town.there);

    ScanAnswer answer = scan(town.agent(town.here), town.checkIn(town.here, device.tag()));

    assertThat(said(answer)).isEqualTo("WARNING RETURNED_FOR_ANOTHER_SCHOOL");
    assertThat(answer.pupil()).as("the desk closes the loan: it may know whose").isPresent();
    assertThat(town.loans(device)).containsExactly("CLOSED Zara RETURNED");
    assertThat(town.standing(device))
        .startsWith("IN_TRANSIT here - GOOD - " + town.there.id() + " Zoé Agent");
    assertThat(town.journal(device)).containsExactly("RETURNED_AWAY");
  }

  @ParameterizedTest(name = "L036 {0}")
  @CsvSource({"HOME_ONLY", "ISSUER_ONLY", "EITHER"})
  void l036_policy_names_the_right_school_and_nothing_is_written(String place) throws Exception {
    LendingTown town = LendingTown.found(database, "return_place='" + place + "'");
    Device device = town.device(town.there);
    town.lend(device, town.pupil(town.there, "Zara"), town.there);

    ScanAnswer answer = scan(town.agent(town.here), town.checkIn(town.here, device.tag()));

    assertThat(said(answer)).isEqualTo("REFUSED RETURN_NOT_HERE");
    assertThat(answer.reasons().get(0).values()).containsExactly("Lycée de là-bas");
    assertThat(answer.toString()).as("no name, L043").doesNotContain("Zara");
    assertThat(answer.pupil()).isEmpty();
    assertThat(answer.loan().orElseThrow().pupilId()).isEmpty();
    assertThat(town.loans(device)).containsExactly("OPEN Zara");
    assertThat(town.journal(device)).isEmpty();
  }

  @Test
  void l026_all_that_forbids_a_return_is_said_at_once() throws Exception {
    LendingTown town =
        LendingTown.found(database, "return_place='HOME_ONLY', lost_return_allowed=false");
    Device device = town.device(town.there);
    town.lend(device, town.pupil(town.there, "Zara"), town.there, "LOST", "LOST");

    ScanAnswer answer = scan(town.agent(town.here), town.checkIn(town.here, device.tag()));

    assertThat(said(answer)).isEqualTo("REFUSED LOST_NOT_RETURNABLE RETURN_NOT_HERE");
    assertThat(answer.toString()).doesNotContain("Zara");
    assertThat(town.loans(device)).containsExactly("LOST Zara");
    assertThat(town.state(device)).isEqualTo("LOST");
    assertThat(town.journal(device)).isEmpty();
  }

  @Test
  void l037_l038_a_device_in_transit_arrives_or_goes_on() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here, "IN_TRANSIT");
    Device arrived = town.device(town.there, "IN_TRANSIT");
    Caller agent = town.agent(town.here);

    assertThat(said(scan(agent, town.checkIn(town.here, device.tag()))))
        .isEqualTo("WARNING TRANSFER_ELSEWHERE ?CANCEL_TRANSFER");
    assertThat(town.state(device)).isEqualTo("IN_TRANSIT");
    assertThat(town.journal(device)).containsExactly("SEEN");
    assertThat(town.value("select transit_sent_at from device where id = ?", device.id()))
        .as("L038: no later scan changes when it was sent")
        .startsWith("2026-01-05 08:00");
    assertThat(said(scan(agent, town.checkIn(town.here, arrived.tag()))))
        .isEqualTo("OK TRANSFER_RECEIVED");
    assertThat(town.standing(arrived)).startsWith("IN_STOCK here - GOOD - -");
    assertThat(town.journal(arrived)).containsExactly("ARRIVED");
  }

  @Test
  void l038_l040_a_bounce_is_confirmed_then_the_transfer_is_cancelled() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here, "IN_TRANSIT");
    town.run(
        "update device set transit_sent_at = ? where id = ?",
        LocalDateTime.now(java.time.ZoneOffset.UTC).minusMinutes(3),
        device.id());
    Caller agent = town.agent(town.here);

    assertThat(said(scan(agent, town.checkIn(town.here, device.tag()))))
        .isEqualTo("WARNING TRANSFER_BOUNCED ?CANCEL_TRANSFER");
    assertThat(town.journal(device)).isEmpty();
    assertThat(
            said(
                scan(
                    agent,
                    town.scan(
                        ScanMode.CHECK_IN, town.here, device.tag(), null, "CANCEL_TRANSFER"))))
        .isEqualTo("OK TRANSFER_CANCELLED");
    assertThat(town.standing(device)).startsWith("IN_STOCK here B12 GOOD - -");
    assertThat(town.journal(device)).containsExactly("TRANSFER_CANCELLED");
  }

  @Test
  void a_stray_device_in_stock_is_sent_home_when_asked() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.there);
    Caller agent = town.agent(town.here);

    assertThat(said(scan(agent, town.checkIn(town.here, device.tag()))))
        .isEqualTo("WARNING SEEN AWAY_FROM_HOME ?SEND_HOME");
    assertThat(
            said(
                scan(
                    agent,
                    town.scan(ScanMode.CHECK_IN, town.here, device.tag(), null, "SEND_HOME"))))
        .isEqualTo("OK TRANSFER_SENT");
    assertThat(town.state(device)).isEqualTo("IN_TRANSIT");
    assertThat(town.journal(device)).containsExactly("SEEN", "SENT");
  }

  @Test
  void l041_a_floating_device_stays_where_it_came_back() throws Exception {
    LendingTown town = LendingTown.found(database, "floating=true");
    Device device = town.device(town.there);
    town.lend(device, town.pupil(town.there, "Zara"), town.there);

    assertThat(said(scan(town.agent(town.here), town.checkIn(town.here, device.tag()))))
        .isEqualTo("OK RETURNED");
    assertThat(town.loans(device)).containsExactly("CLOSED Zara RETURNED");
    assertThat(town.standing(device)).startsWith("IN_STOCK here");
    assertThat(town.journal(device)).containsExactly("RETURNED");
    assertThat(town.value("select home_school_id from device where id = ?", device.id()))
        .isEqualTo(Long.toString(town.there.id()));
  }
}
