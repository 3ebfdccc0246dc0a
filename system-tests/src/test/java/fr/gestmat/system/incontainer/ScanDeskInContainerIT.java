package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.PupilView;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Returns at the desk, and what becomes of a scan that is sent twice, refused or only tried. */
class ScanDeskInContainerIT extends DeskTest {

  @Test
  void l001_a_return_closes_the_loan() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);
    town.lend(device, ada, town.here);

    ScanAnswer answer = scan(town.agent(town.here), town.checkIn(town.here, device.tag()));

    assertThat(said(answer)).isEqualTo("OK RETURNED");
    assertThat(answer.pupil().map(PupilView::name)).contains("Ada Essai");
    assertThat(answer.device().orElseThrow().state().name()).isEqualTo("IN_STOCK");
    assertThat(answer.device().orElseThrow().accessories()).hasSize(1);
    assertThat(answer.loan().orElseThrow().returnedAt()).isPresent();
    assertThat(town.loans(device)).containsExactly("CLOSED Ada RETURNED");
    assertThat(town.standing(device)).startsWith("IN_STOCK here B12 GOOD - - Zoé Agent 20");
    assertThat(town.journal(device)).containsExactly("RETURNED");
    assertThat(
            town.value(
                "select returned_by from loan where device_id = ? and returned_school_id = ?",
                device.id(),
                town.here.id()))
        .isEqualTo("Zoé Agent");
  }

  @Test
  void l003_a_return_may_be_back_dated_but_was_seen_now() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);
    Instant before = Instant.now();

    scan(
        town.agent(town.here),
        with(town.checkIn(town.here, device.tag()), "2026-01-09T15:00:00Z", null, null, null));

    assertThat(town.value("select returned_at from loan where device_id = ?", device.id()))
        .isEqualTo("2026-01-09 15:00:00.000000");
    assertThat(town.value("select last_seen_at from device where id = ?", device.id()))
        .isGreaterThan(before.minusSeconds(60).toString().replace('T', ' '));
    assertThat(town.loans(device)).containsExactly("CLOSED Ada RETURNED");
    assertThat(town.state(device)).isEqualTo("IN_STOCK");
    assertThat(
            town.value(
                "select detail from journal_entry where subject_type = 'DEVICE' and subject_id = ?",
                device.id()))
        .contains("\"returnedAt\":\"2026-01-09T15:00:00Z\"");
  }

  @Test
  void l004_a_return_in_the_future_happened_now() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);

    ScanAnswer answer =
        scan(
            town.agent(town.here),
            with(town.checkIn(town.here, device.tag()), "2099-01-09T15:00:00Z", null, null, null));

    assertThat(said(answer)).isEqualTo("OK RETURNED RETURN_DATE_IGNORED");
    assertThat(town.value("select returned_at from loan where device_id = ?", device.id()))
        .isLessThan("2090");
    assertThat(town.loans(device)).containsExactly("CLOSED Ada RETURNED");
    assertThat(town.journal(device)).containsExactly("RETURNED");
  }

  @Test
  void l007_l009_the_sticky_place_is_this_return_s_only() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);
    town.lend(device, ada, town.here);
    Caller agent = town.agent(town.here);

    ScanAnswer answer =
        scan(
            agent,
            with(
                town.checkIn(town.here, device.tag()),
                null,
                ConditionGrade.DAMAGED,
                "Salle 3",
                null));

    assertThat(said(answer)).isEqualTo("OK RETURNED_TO_CHECK");
    assertThat(town.standing(device)).startsWith("TO_CHECK here Salle 3 DAMAGED - -");
    assertThat(town.value("select default_storage from device where id = ?", device.id()))
        .isEqualTo("B12");
    assertThat(town.value("select due_on from loan where device_id = ?", device.id())).isEmpty();
    assertThat(town.loans(device)).containsExactly("CLOSED Ada RETURNED");
    assertThat(
            town.value(
                "select detail from journal_entry where subject_type = 'DEVICE' and subject_id = ?",
                device.id()))
        .contains("Salle 3")
        .contains("DAMAGED");
  }

  @Test
  void l014_the_same_device_twice_in_a_row_is_one_return() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);
    Caller agent = town.agent(town.here);
    scan(agent, town.checkIn(town.here, device.tag()));
    String standing = town.standing(device);

    ScanAnswer second = scan(agent, town.checkIn(town.here, device.tag()));

    assertThat(said(second)).isEqualTo("WARNING ALREADY_RETURNED");
    assertThat(second.reasons().get(0).values()).contains("Zoé Agent");
    assertThat(town.standing(device)).isEqualTo(standing);
    assertThat(town.journal(device)).containsExactly("RETURNED");
  }

  @Test
  void l015_another_pupil_s_device_is_never_closed_silently() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    Device device = town.device(town.here);
    town.lend(device, ada, town.here);
    Caller agent = town.agent(town.here);

    ScanAnswer answer =
        scan(agent, town.scan(ScanMode.CHECK_IN, town.here, device.tag(), ben, null));

    assertThat(said(answer)).isEqualTo("WARNING HELD_BY_OTHER ?RETURN_FOR_HOLDER");
    assertThat(town.loans(device)).containsExactly("OPEN Ada");
    assertThat(town.journal(device)).isEmpty();

    ScanAnswer chosen =
        scan(
            agent, town.scan(ScanMode.CHECK_IN, town.here, device.tag(), ben, "RETURN_FOR_HOLDER"));

    assertThat(said(chosen)).isEqualTo("OK RETURNED_FOR_HOLDER RETURNED");
    assertThat(town.loans(device)).containsExactly("CLOSED Ada RETURNED");
    assertThat(town.state(device)).isEqualTo("IN_STOCK");
    assertThat(town.journal(device)).containsExactly("RETURNED");
  }

  @Test
  void l015_two_pupils_who_swapped() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    Device adas = town.device(town.here);
    Device bens = town.device(town.here);
    town.lend(adas, ada, town.here);
    town.lend(bens, ben, town.here);
    Caller agent = town.agent(town.here);

    ScanAnswer answer =
        scan(agent, town.scan(ScanMode.CHECK_IN, town.here, adas.tag(), ben, "SWAP_HOLDERS"));

    assertThat(said(answer)).isEqualTo("OK RETURNED_SWAPPED RETURNED");
    assertThat(town.loans(adas)).containsExactly("CLOSED Ada SWAPPED");
    assertThat(town.loans(bens)).containsExactly("CLOSED Ben SWAPPED", "OPEN Ada");
    assertThat(town.state(adas)).isEqualTo("IN_STOCK");
    assertThat(town.state(bens)).isEqualTo("ON_LOAN");
    assertThat(town.journal(adas)).isNotEmpty();
    assertThat(town.journal(bens)).containsExactly("SWAPPED");
  }

  @Test
  void l018_l054_contradicting_data_are_journaled_and_nothing_else_is_done() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    Pupil ada = town.pupil(town.here, "Ada");
    town.lend(device, ada, town.here);
    town.run("update device set state = 'LOST' where id = ?", device.id());
    Caller agent = town.agent(town.here);

    assertThat(said(scan(agent, town.checkIn(town.here, device.tag()))))
        .isEqualTo("REFUSED DATA_INCONSISTENT");
    assertThat(said(scan(agent, town.checkOut(town.here, device.tag(), ada))))
        .isEqualTo("REFUSED DATA_INCONSISTENT");
    assertThat(town.loans(device)).containsExactly("OPEN Ada");
    assertThat(town.state(device)).isEqualTo("LOST");
    assertThat(town.journal(device)).containsExactly("ANOMALY", "ANOMALY");
  }

  @Test
  void the_same_id_is_the_same_scan() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);
    Caller agent = town.agent(town.here);
    ScanRequest request = town.checkIn(town.here, device.tag());

    ScanAnswer first = scan(agent, request);
    assertThat(scan(agent, request)).isEqualTo(first);
    assertThat(town.journal(device)).containsExactly("RETURNED");

    ScanRequest other =
        new ScanRequest(
            request.scanId(),
            ScanMode.CHECK_OUT,
            request.school(),
            request.code(),
            null,
            request.scannedAt(),
            null,
            null,
            null,
            null,
            null,
            false);
    assertThat(reply(agent, other)).isInstanceOf(ScanReply.SameIdOtherBody.class);
    assertThat(reply(town.agent(town.here), request))
        .as("somebody else's scan under the same id")
        .isInstanceOf(ScanReply.SameIdOtherBody.class);
  }

  @Test
  void a_refusal_is_kept_under_its_id_too() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    Caller agent = town.agent(town.here);
    ScanRequest request = town.checkOut(town.here, device.tag(), null);
    ScanAnswer refused = scan(agent, request);
    town.run("update device set state = 'WITHDRAWN' where id = ?", device.id());

    assertThat(said(refused)).isEqualTo("REFUSED PUPIL_MISSING");
    assertThat(scan(agent, request)).isEqualTo(refused);
  }

  @Test
  void l062_a_dry_run_answers_the_same_and_keeps_nothing() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);
    Caller agent = town.agent(town.here);
    String standing = town.standing(device);
    ScanRequest request = town.checkOut(town.here, device.tag(), ada);
    ScanRequest dry =
        new ScanRequest(
            request.scanId(),
            request.mode(),
            request.school(),
            request.code(),
            request.pupilId(),
            request.scannedAt(),
            null,
            null,
            null,
            null,
            null,
            true);

    assertThat(said(scan(agent, dry))).isEqualTo("OK LENT");
    assertThat(town.standing(device)).isEqualTo(standing);
    assertThat(town.loans(device)).isEmpty();
    assertThat(town.journal(device)).isEmpty();
    assertThat(town.value("select count(*) from scan where authority_id = ?", town.authority))
        .isEqualTo("0");
    assertThat(said(scan(agent, request))).as("the id is still free").isEqualTo("OK LENT");
  }

  private static ScanRequest with(
      ScanRequest r, String returnedAt, ConditionGrade grade, String place, String reason) {
    return new ScanRequest(
        r.scanId(),
        r.mode(),
        r.school(),
        r.code(),
        r.pupilId(),
        r.scannedAt(),
        returnedAt == null ? null : Instant.parse(returnedAt),
        grade,
        place,
        r.choice(),
        reason,
        false);
  }
}
