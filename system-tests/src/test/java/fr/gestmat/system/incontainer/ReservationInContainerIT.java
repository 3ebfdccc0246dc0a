package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.stock.Reservations;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.offline.DeskDataReader;
import fr.gestmat.lending.control.query.DeviceSheet;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Devices that are kept for pupils, and what the desk then says. */
class ReservationInContainerIT extends DeskTest {

  @Inject private Reservations reservations;
  @Inject private Stock stock;
  @Inject private ReferenceData reference;
  @Inject private DeskDataReader deskData;

  private LendingTown town;
  private Caller manager;
  private Caller agent;
  private Device device;
  private Pupil ada;
  private Pupil ben;

  @BeforeEach
  void found() throws Exception {
    town = LendingTown.found(database);
    manager = town.manager(town.here);
    agent = town.agent(town.here);
    device = town.device(town.here);
    ada = town.pupil(town.here, "Ada");
    ben = town.pupil(town.here, "Ben");
  }

  private Optional<Answer<UUID>> reserve(Caller who, Device what, Pupil whom) throws Exception {
    return acting.as(
        who, roleOf(who), () -> reservations.reserve(what.publicId(), whom.publicId()));
  }

  private String refused(Caller who, Device what, Pupil whom) throws Exception {
    Answer<UUID> answer = reserve(who, what, whom).orElseThrow();
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return String.join(
        " ", ((Answer.Refused<UUID>) answer).reasons().stream().map(Refusal::code).toList());
  }

  private Reservations.Page list(Caller who) throws Exception {
    return acting.as(who, roleOf(who), () -> reservations.list(0));
  }

  @Test
  @DisplayName("L059 reserved for another pupil: refused; for this pupil: fulfilled and removed")
  void l059_a_reservation_is_fulfilled_by_its_pupil_only() throws Exception {
    assertThat(reserve(manager, device, ada)).containsInstanceOf(Answer.Done.class);
    assertThat(refused(manager, device, ben)).isEqualTo("reservedAlready");
    assertThat(list(agent).lines())
        .extracting(line -> line.pupilName())
        .containsExactly("Essai Ada");

    assertThat(said(scan(agent, town.checkOut(town.here, device.tag(), ben))))
        .isEqualTo("REFUSED RESERVED_FOR_OTHER");
    assertThat(list(agent).count()).as("a refusal changes nothing").isEqualTo(1);
    ScanRequest out = town.checkOut(town.here, device.tag(), ada);
    assertThat(said(scan(agent, out))).isEqualTo("OK LENT RESERVATION_FULFILLED");
    assertThat(list(agent).lines()).isEmpty();
    assertThat(town.journal(device)).containsExactly("DEVICE_RESERVED", "LENT");

    assertThat(said(answered(undo(agent, out.scanId())))).isEqualTo("OK UNDONE");
    assertThat(list(agent).count()).as("the undo keeps it again").isEqualTo(1);
    assertThat(said(scan(agent, town.checkOut(town.here, device.tag(), ben))))
        .isEqualTo("REFUSED RESERVED_FOR_OTHER");
  }

  @Test
  @DisplayName("L059 L090 an override does not cancel the reservation of somebody else")
  void l059_an_override_leaves_the_reservation() throws Exception {
    reserve(manager, device, ada);
    ScanRequest asked =
        new ScanRequest(
            UUID.randomUUID(),
            ScanMode.CHECK_OUT,
            town.here.uai(),
            device.tag(),
            ben.publicId(),
            Instant.parse("2026-11-23T09:42:00Z"),
            null,
            null,
            null,
            "OVERRIDE",
            "Le sien est en panne",
            false);

    assertThat(said(scan(manager, asked))).isEqualTo("WARNING LENT OVERRIDDEN RESERVED_FOR_OTHER");
    assertThat(list(agent).count()).isEqualTo(1);
  }

  @Test
  void l059_a_manager_takes_it_back_and_a_pupil_who_left_binds_nobody() throws Exception {
    reserve(manager, device, ada);
    assertThat(acting.as(manager, Role.LOAN_MANAGER, () -> reservations.cancel(device.publicId())))
        .isTrue();
    assertThat(acting.as(manager, Role.LOAN_MANAGER, () -> reservations.cancel(device.publicId())))
        .as("twice")
        .isFalse();
    assertThat(town.journal(device)).containsExactly("DEVICE_RESERVED", "RESERVATION_CANCELLED");

    reserve(manager, device, ada);
    town.run("update pupil set status = 'LEFT' where id = ?", ada.id());
    assertThat(said(scan(agent, town.checkOut(town.here, device.tag(), ben)))).isEqualTo("OK LENT");
  }

  @Test
  @DisplayName("L043 another school sees neither the reservation nor its pupil")
  void l043_reservations_stay_inside_their_school() throws Exception {
    Caller elsewhere = town.manager(town.there);
    assertThat(reserve(elsewhere, device, ada)).isEmpty();
    reserve(manager, device, ada);
    assertThat(list(elsewhere).lines()).isEmpty();
    assertThat(
            acting.as(elsewhere, Role.LOAN_MANAGER, () -> reservations.cancel(device.publicId())))
        .isFalse();
    assertThat(refused(town.region(), device(), town.pupil(town.there, "Cléo")))
        .isEqualTo("reservePupilElsewhere");
  }

  private Device device() throws Exception {
    return town.device(town.here);
  }

  @Test
  void the_page_of_the_device_and_the_list_of_a_desk_say_it() throws Exception {
    reserve(manager, device, ada);

    DeviceSheet.Facts facts =
        acting
            .as(
                agent,
                Role.LOAN_AGENT,
                () -> stock.find(device.publicId(), Long.MAX_VALUE).orElseThrow())
            .facts();
    assertThat(facts.reserved().orElseThrow().pupil().orElseThrow().name()).isEqualTo("Essai Ada");
    List<Optional<UUID>> reserved =
        acting.as(
            agent,
            Role.LOAN_AGENT,
            () ->
                deskData
                    .of(reference.of(town.authority), town.here.id(), Instant.now())
                    .devices()
                    .stream()
                    .map(one -> one.reserved())
                    .toList());
    assertThat(reserved).containsExactly(Optional.of(ada.publicId()));
  }
}
