package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a code at the desk is: a tag, a serial number, a card, or unknown to whoever scans it. */
class DeskCodesInContainerIT extends DeskTest {

  @Test
  void l011_an_unknown_code_is_quoted_and_nothing_written() throws Exception {
    LendingTown town = LendingTown.found(database);

    ScanAnswer answer = scan(town.agent(town.here), town.checkIn(town.here, " x'\"💻 9 "));

    assertThat(answer.reasons().toString()).contains("CODE_UNKNOWN").contains("x'\"💻 9");
    assertThat(town.value("select outcome from scan where authority_id = ?", town.authority))
        .isEqualTo("REFUSED");
    assertThat(
            town.column("select action from journal_entry where authority_id = ?", town.authority))
        .isEmpty();
  }

  @Test
  void l029_blanks_and_case_do_not_matter() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);

    ScanAnswer answer =
        scan(
            town.agent(town.here),
            town.checkIn(town.here, "]C0 " + device.tag().toLowerCase() + "\r\n"));

    assertThat(said(answer)).isEqualTo("WARNING SEEN");
    assertThat(answer.matchedBy().orElseThrow().name()).isEqualTo("ASSET_TAG");
    assertThat(answer.device().orElseThrow().assetTag()).isEqualTo(device.tag());
    assertThat(town.state(device)).isEqualTo("IN_STOCK");
    assertThat(town.journal(device)).containsExactly("SEEN");
  }

  @Test
  void l030_a_serial_number_finds_the_device_or_asks_which() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device one = town.device(town.here);
    Device two = town.device(town.here);
    Caller agent = town.agent(town.here);
    String serial = "SN" + one.tag().replace("-", "");

    ScanAnswer found = scan(agent, town.checkIn(town.here, serial));
    assertThat(said(found)).isEqualTo("WARNING SEEN");
    assertThat(found.matchedBy().orElseThrow().name()).isEqualTo("SERIAL");

    town.run("update device set serial = ? where id = ?", serial, two.id());
    ScanAnswer ambiguous = scan(agent, town.checkIn(town.here, serial));
    assertThat(said(ambiguous))
        .contains("WARNING CODE_AMBIGUOUS")
        .contains("?THIS_DEVICE:" + one.publicId())
        .contains("?THIS_DEVICE:" + two.publicId());
    assertThat(town.journal(two)).isEmpty();
    ScanAnswer chosen =
        scan(
            agent,
            town.scan(ScanMode.CHECK_IN, town.here, serial, null, "THIS_DEVICE:" + two.publicId()));
    assertThat(chosen.device().orElseThrow().assetTag()).isEqualTo(two.tag());
  }

  @Test
  void l033_a_foreign_code_and_a_label_that_is_on_no_device() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller agent = town.agent(town.here);

    assertThat(said(scan(agent, town.checkIn(town.here, "5449000000996"))))
        .isEqualTo("REFUSED CODE_FOREIGN");
    assertThat(said(scan(agent, town.checkIn(town.here, "T-999999"))))
        .isEqualTo("REFUSED LABEL_UNASSIGNED");
    assertThat(said(scan(agent, town.checkIn(town.here, "GESTMAT-UNDO"))))
        .isEqualTo("OK COMMAND_UNDO");
  }

  @Test
  void a_pupil_s_card_or_number_opens_the_pupil() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil far = town.pupil(town.there, "Zara");
    Caller agent = town.agent(town.here);

    ScanAnswer card = scan(agent, town.checkOut(town.here, "card" + ada.id(), null));
    assertThat(said(card)).isEqualTo("OK PUPIL_OPENED");
    assertThat(card.pupil().orElseThrow().id()).isEqualTo(ada.publicId());
    assertThat(card.matchedBy().orElseThrow().name()).isEqualTo("PUPIL_CARD");
    assertThat(
            scan(agent, town.checkOut(town.here, "E" + ada.id(), null))
                .matchedBy()
                .orElseThrow()
                .name())
        .isEqualTo("PUPIL_NUMBER");
    assertThat(said(scan(agent, town.checkIn(town.here, "card" + far.id()))))
        .isEqualTo("REFUSED CODE_UNKNOWN");
  }

  @Test
  void unknown_school_and_no_right_answer_alike() throws Exception {
    LendingTown town = LendingTown.found(database);
    LendingTown other = LendingTown.found(database);
    Device device = town.device(town.here);
    ScanReply nowhere = new ScanReply.NotThere();

    assertThat(reply(town.agent(town.here), town.checkIn(town.there, device.tag())))
        .isEqualTo(nowhere);
    assertThat(reply(other.agent(other.here), town.checkIn(town.here, device.tag())))
        .isEqualTo(nowhere);
    assertThat(undo(town.agent(town.here), UUID.randomUUID())).isEqualTo(nowhere);
  }

  @Test
  void a_device_of_another_authority_is_unknown() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device foreign = LendingTown.found(database).device(town.here);

    ScanAnswer answer = scan(town.agent(town.here), town.checkIn(town.here, foreign.tag()));

    assertThat(answer.device()).isEmpty();
    assertThat(said(answer)).isEqualTo("REFUSED LABEL_UNASSIGNED");
  }
}
