package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import fr.gestmat.system.incontainer.LendingTown.School;
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
  void l026_all_that_forbids_a_hand_over_is_said_at_once() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='REQUIRED'");
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    Device held = town.device(town.here);
    town.lend(held, ada, town.here);
    town.block(ada, held);
    Device device = town.device(town.there, "TO_CHECK");
    town.run(
        "insert into device_reservation (id, public_id, authority_id, school_id, device_id,"
            + " pupil_id, reserved_at, reserved_by) values (next value for device_reservation_seq,"
            + " uuid(), ?, ?, ?, ?, utc_timestamp(6), 'Essai')",
        town.authority,
        town.here.id(),
        device.id(),
        ben.id());
    String standing = town.standing(device);

    ScanAnswer answer = scan(town.manager(town.here), town.checkOut(town.here, device.tag(), ada));

    assertThat(said(answer))
        .as("and no override is offered, for the device is not in stock here")
        .isEqualTo(
            "REFUSED DEVICE_TO_CHECK DEVICE_ELSEWHERE AGREEMENT_MISSING"
                + " GUARDIAN_SIGNATURE_MISSING LIMIT_REACHED PUPIL_BLOCKED RESERVED_FOR_OTHER");
    assertThat(answer.toString()).as("for whom it is kept is not said").doesNotContain("Ben");
    assertThat(town.loans(device)).isEmpty();
    assertThat(town.loans(held)).containsExactly("OPEN Ada");
    assertThat(town.standing(device)).isEqualTo(standing);
    assertThat(town.journal(device)).isEmpty();
  }

  /**
   * A transfer that is seen on its way is re-based: it goes on to where it was sent, from there.
   */
  @Test
  void l037_at_a_third_school_it_stays_in_transit_and_goes_on_from_there() throws Exception {
    LendingTown town = LendingTown.found(database);
    School third = town.school("Lycée du passage");
    Device device = town.device(town.here, "IN_TRANSIT");

    ScanAnswer passing = scan(town.agent(third), town.checkIn(third, device.tag()));

    assertThat(said(passing))
        .as("it is not this school's to keep")
        .isEqualTo("WARNING TRANSFER_ELSEWHERE");
    assertThat(passing.reasons().get(0).values()).containsExactly("Lycée de là-bas");
    assertThat(way(town, device))
        .isEqualTo(
            "IN_TRANSIT %d from %d to %d 2026-01-05 08:00:00.000000"
                .formatted(third.id(), town.here.id(), town.there.id()));
    assertThat(town.journal(device)).containsExactly("SEEN");

    ScanAnswer again = scan(town.agent(third), town.checkIn(third, device.tag()));

    assertThat(said(again))
        .as("nor is it after a second scan")
        .isEqualTo("WARNING TRANSFER_ELSEWHERE");
    assertThat(again.reasons().get(0).values()).containsExactly("Lycée de là-bas");

    ScanAnswer arrived = scan(town.agent(town.there), town.checkIn(town.there, device.tag()));

    assertThat(said(arrived)).isEqualTo("OK TRANSFER_RECEIVED");
    assertThat(arrived.reasons().get(0).values())
        .as("from where it came at last")
        .containsExactly("Lycée du passage");
    assertThat(way(town, device)).isEqualTo("IN_STOCK %d".formatted(town.there.id()));
    assertThat(town.journal(device)).containsExactly("SEEN", "SEEN", "ARRIVED");
    assertThat(town.loans(device)).isEmpty();
  }

  /** State, place and, on its way, from where to where since when. */
  private static String way(LendingTown town, Device device) throws Exception {
    return town.value(
        "select concat_ws(' ', state, place_school_id, concat('from ', transit_from_school_id),"
            + " concat('to ', transit_to_school_id), transit_sent_at) from device where id = ?",
        device.id());
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
    ScanAnswer received = scan(agent, town.checkIn(town.here, arrived.tag()));
    assertThat(said(received)).isEqualTo("OK TRANSFER_RECEIVED");
    assertThat(received.reasons().get(0).values())
        .as("L037: closed with its origin")
        .containsExactly("Lycée de là-bas");
    assertThat(town.standing(arrived)).startsWith("IN_STOCK here - GOOD - -");
    assertThat(way(town, arrived)).isEqualTo("IN_STOCK %d".formatted(town.here.id()));
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
