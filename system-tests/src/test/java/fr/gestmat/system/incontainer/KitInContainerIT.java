package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.lending.boundary.charge.Charges;
import fr.gestmat.lending.boundary.kit.DeviceKits;
import fr.gestmat.lending.boundary.kit.MissingPieces;
import fr.gestmat.lending.boundary.kit.MissingPieces.Settling;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.kit.KitItem;
import fr.gestmat.lending.control.kit.KitLine;
import fr.gestmat.lending.control.kit.KitStatement;
import fr.gestmat.lending.entity.PieceFault;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The pieces of a device at hand-over and return: by exception, by line, and never by themselves.
 */
class KitInContainerIT extends DeskTest {

  @Inject private DeviceKits kits;
  @Inject private MissingPieces missing;
  @Inject private Charges charges;

  private LendingTown town;
  private Device device;
  private Pupil ada;
  private Caller agent;

  @BeforeEach
  void found() throws Exception {
    town = LendingTown.found(database);
    device = town.device(town.here);
    ada = town.pupil(town.here, "Ada");
    agent = town.agent(town.here);
  }

  private static KitLine missing(String name) {
    return new KitLine(name, Optional.empty(), PieceFault.MISSING, 1);
  }

  private ScanReply kit(Caller caller, UUID scan, int revision, KitLine... lines) throws Exception {
    return acting.as(
        caller, roleOf(caller), () -> desk.kit(scan, new KitStatement(revision, List.of(lines))));
  }

  private ScanRequest lent() throws Exception {
    ScanRequest out = town.checkOut(town.here, device.tag(), ada);
    assertThat(said(scan(agent, out))).isEqualTo("OK LENT");
    return out;
  }

  private ScanRequest returned() throws Exception {
    ScanRequest in = town.checkIn(town.here, device.tag());
    assertThat(said(scan(agent, in))).isEqualTo("OK RETURNED");
    return in;
  }

  /** The lines noted about the device: step, name, fault, quantity, found, price. */
  private List<String> gaps() throws Exception {
    return town.column(
        "select concat_ws(' ', step, name, fault, quantity, found_quantity, replaced_quantity,"
            + " coalesce(unit_price, '-')) from kit_gap where device_id = ? order by id",
        device.id());
  }

  private UUID coded(String code) throws Exception {
    UUID piece = UUID.randomUUID();
    town.run(
        "insert into kit_piece (id, public_id, authority_id, code, name, device_id, created_at)"
            + " values (next value for kit_piece_seq, ?, ?, ?, 'Chargeur', ?, utc_timestamp(6))",
        piece.toString(),
        town.authority,
        code,
        device.id());
    return piece;
  }

  @Test
  @DisplayName("L065 the parts are shown at hand-over and return; undone, the loan is open again")
  void l065_parts_are_confirmed_by_default() throws Exception {
    ScanRequest out = town.checkOut(town.here, device.tag(), ada);
    assertThat(scan(agent, out).kit())
        .containsExactly(new KitItem("Chargeur", Optional.empty(), Optional.empty(), 1, 0));
    ScanRequest in = town.checkIn(town.here, device.tag());
    assertThat(scan(agent, in).kit()).hasSize(1);
    assertThat(gaps()).isEmpty();
    assertThat(town.state(device)).isEqualTo("IN_STOCK");

    assertThat(said(answered(undo(agent, in.scanId())))).isEqualTo("OK UNDONE");
    assertThat(town.loans(device)).containsExactly("OPEN Ada");
    assertThat(scan(agent, town.checkIn(town.here, "NOTHING")).kit()).isEmpty();
  }

  @Test
  @DisplayName("L066 L079 a missing charger is noted on this loan and keeps the device from stock")
  void l066_a_missing_piece_is_noted_by_line() throws Exception {
    lent();
    ScanRequest in = returned();
    assertThat(said(answered(kit(agent, in.scanId(), 1, missing("Chargeur")))))
        .isEqualTo("WARNING KIT_INCOMPLETE PIECE_MISSING");
    assertThat(gaps()).containsExactly("RETURN Chargeur MISSING 1 0 0 -");
    assertThat(town.standing(device)).startsWith("TO_CHECK here B12 INCOMPLETE -");
    assertThat(town.loans(device)).containsExactly("CLOSED Ada RETURNED");
    assertThat(
            town.value(
                "select count(*) from kit_gap g join loan l on l.id = g.loan_id"
                    + " where g.unpriced_school_id = ? and l.pupil_id = ?",
                town.here.id(),
                ada.id()))
        .isEqualTo("1");
    assertThat(town.journal(device)).endsWith("KIT_INCOMPLETE");
    assertThat(said(scan(agent, town.checkOut(town.here, device.tag(), ada))))
        .isEqualTo("REFUSED DEVICE_TO_CHECK");
  }

  @Test
  @DisplayName("L079 a broken charger puts the device aside like a damaged one")
  void l079_a_broken_piece() throws Exception {
    lent();
    ScanRequest in = returned();
    KitLine broken = new KitLine("Chargeur", Optional.empty(), PieceFault.BROKEN, 1);
    assertThat(said(answered(kit(agent, in.scanId(), 1, broken))))
        .isEqualTo("WARNING KIT_INCOMPLETE PIECE_BROKEN");
    assertThat(town.state(device)).isEqualTo("TO_CHECK");
  }

  @Test
  @DisplayName("L067 no more can be missing than was lent, and nothing is written")
  void l067_no_more_than_was_lent() throws Exception {
    ScanRequest out = lent();
    assertThat(said(answered(kit(agent, out.scanId(), 1, missing("Chargeur")))))
        .isEqualTo("WARNING KIT_LENT_WITHOUT PIECE_MISSING");
    assertThat(gaps()).containsExactly("HAND_OVER Chargeur MISSING 1 0 0 -");
    assertThat(town.state(device)).isEqualTo("ON_LOAN");

    ScanRequest in = town.checkIn(town.here, device.tag());
    ScanAnswer back = scan(agent, in);
    assertThat(back.kit().get(0).present()).isZero();
    assertThat(said(answered(kit(agent, in.scanId(), 1, missing("Chargeur")))))
        .isEqualTo("REFUSED KIT_MORE_THAN_LENT");
    assertThat(said(answered(kit(agent, in.scanId(), 1, missing("Souris")))))
        .isEqualTo("REFUSED KIT_UNKNOWN_PIECE");
    assertThat(gaps()).hasSize(1);
    assertThat(town.state(device)).isEqualTo("IN_STOCK");
  }

  @Test
  void the_last_word_counts_in_whatever_order_it_arrives() throws Exception {
    lent();
    ScanRequest in = returned();
    ScanReply second = kit(agent, in.scanId(), 2);
    assertThat(said(answered(second))).isEqualTo("OK KIT_COMPLETE");
    assertThat(said(answered(kit(agent, in.scanId(), 1, missing("Chargeur")))))
        .as("late")
        .isEqualTo("OK KIT_COMPLETE");
    assertThat(gaps()).isEmpty();

    kit(agent, in.scanId(), 3, missing("Chargeur"));
    assertThat(kit(agent, in.scanId(), 3, missing("Chargeur")))
        .as("sent again")
        .isEqualTo(kit(agent, in.scanId(), 3, missing("Chargeur")));
    assertThat(gaps()).hasSize(1);
    assertThat(kit(agent, in.scanId(), 3)).isEqualTo(new ScanReply.SameIdOtherBody());

    assertThat(said(answered(kit(agent, in.scanId(), 4)))).isEqualTo("OK KIT_COMPLETE");
    assertThat(gaps()).isEmpty();
    assertThat(town.standing(device)).startsWith("IN_STOCK here B12 GOOD");
  }

  @Test
  void undo_of_the_scan_takes_the_pieces_back_too() throws Exception {
    ScanRequest out = lent();
    kit(agent, out.scanId(), 1, missing("Chargeur"));
    assertThat(said(answered(undo(agent, out.scanId())))).isEqualTo("OK UNDONE");
    assertThat(gaps()).isEmpty();
    assertThat(town.state(device)).isEqualTo("IN_STOCK");

    lent();
    String before = town.standing(device);
    ScanRequest in = returned();
    kit(agent, in.scanId(), 1, missing("Chargeur"));
    assertThat(said(answered(undo(agent, in.scanId())))).isEqualTo("OK UNDONE");
    assertThat(gaps()).isEmpty();
    assertThat(town.standing(device)).isEqualTo(before);
    assertThat(said(answered(kit(agent, in.scanId(), 2, missing("Chargeur")))))
        .isEqualTo("REFUSED KIT_TOO_LATE");
  }

  @Test
  void it_is_too_late_once_the_device_went_on() throws Exception {
    lent();
    ScanRequest in = returned();
    lent();
    assertThat(said(answered(kit(agent, in.scanId(), 1, missing("Chargeur")))))
        .isEqualTo("REFUSED KIT_TOO_LATE");
    assertThat(gaps()).isEmpty();
    ScanRequest nothing = town.checkIn(town.here, "NOTHING");
    scan(agent, nothing);
    assertThat(said(answered(kit(agent, nothing.scanId(), 1))))
        .isEqualTo("REFUSED KIT_NOTHING_TO_CHECK");
  }

  @Test
  void only_who_scanned_or_runs_the_stock_speaks_of_it() throws Exception {
    lent();
    ScanRequest in = returned();
    KitLine line = missing("Chargeur");
    assertThat(kit(town.agent(town.here), in.scanId(), 1, line))
        .isEqualTo(new ScanReply.NotThere());
    assertThat(kit(town.manager(town.there), in.scanId(), 1, line))
        .isEqualTo(new ScanReply.NotThere());
    assertThat(said(answered(kit(town.manager(town.here), in.scanId(), 1, line))))
        .startsWith("WARNING KIT_INCOMPLETE");
  }

  @Test
  @DisplayName("L066 a lost piece that is scanned is found, and the device stays to check")
  void l066_found_again() throws Exception {
    UUID piece = coded("CH-" + device.id());
    lent();
    ScanRequest in = town.checkIn(town.here, device.tag());
    assertThat(scan(agent, in).kit())
        .containsExactly(
            new KitItem("Chargeur", Optional.of(piece), Optional.of("CH-" + device.id()), 1, 0));
    kit(agent, in.scanId(), 1, new KitLine("Chargeur", Optional.of(piece), PieceFault.MISSING, 1));

    ScanRequest found = town.checkIn(town.here, "ch-" + device.id());
    ScanAnswer answer = scan(agent, found);
    assertThat(said(answer)).isEqualTo("WARNING PIECE_FOUND");
    assertThat(answer.matchedBy().orElseThrow().name()).isEqualTo("PIECE");
    assertThat(answer.device().orElseThrow().assetTag()).isEqualTo(device.tag());
    assertThat(gaps()).containsExactly("RETURN Chargeur MISSING 1 1 0 -");
    assertThat(town.state(device)).isEqualTo("TO_CHECK");
    assertThat(said(scan(agent, town.checkIn(town.here, "CH-" + device.id()))))
        .isEqualTo("OK PIECE_PRESENT");

    assertThat(said(answered(undo(agent, found.scanId())))).isEqualTo("OK UNDONE");
    assertThat(gaps()).containsExactly("RETURN Chargeur MISSING 1 0 0 -");
  }

  @Test
  @DisplayName("L066 a scan of a piece that was charged drops the charge, and its undo asks again")
  void l066_found_after_it_was_charged() throws Exception {
    UUID piece = coded("CH-" + device.id());
    lent();
    ScanRequest in = returned();
    kit(agent, in.scanId(), 1, new KitLine("Chargeur", Optional.of(piece), PieceFault.MISSING, 1));
    charge("39.00");
    ScanRequest found = town.checkIn(town.here, "CH-" + device.id());

    assertThat(said(scan(agent, found))).isEqualTo("WARNING PIECE_FOUND CHARGE_CANCELLED");
    assertThat(charges()).containsExactly("CANCELLED 39.00");
    assertThat(
            town.value(
                "select count(*) from journal_entry j join recovery_charge r on r.id = j.subject_id"
                    + " where j.subject_type = 'CHARGE' and j.action = 'CHARGE_MOVED'"
                    + " and r.device_id = ?",
                device.id()))
        .isEqualTo("1");

    assertThat(said(answered(undo(agent, found.scanId())))).isEqualTo("OK UNDONE");
    assertThat(charges()).containsExactly("PROPOSED 39.00");
  }

  private List<String> charges() throws Exception {
    return town.column(
        "select concat_ws(' ', state, amount) from recovery_charge where device_id = ? order by id",
        device.id());
  }

  private void charge(String amount) throws Exception {
    town.run(
        "insert into recovery_charge (id, public_id, authority_id, school_id, pupil_id, device_id,"
            + " loan_id, kit_gap_id, accessory, reason, amount, state, created_at, created_by,"
            + " changed_at) select nextval(recovery_charge_seq), uuid(), authority_id, school_id,"
            + " pupil_id, device_id, loan_id, id, name, 'MISSING_PIECE', ?, 'PROPOSED',"
            + " utc_timestamp(6), 'Essai', utc_timestamp(6) from kit_gap where device_id = ?",
        amount,
        device.id());
  }

  @Test
  @DisplayName(
      "L066 an unexpected piece is warned of, ends no loan, and can be taken out of its kit")
  void l066_unexpected() throws Exception {
    String code = "CH-" + device.id();
    coded(code);
    lent();
    ScanAnswer alone = scan(agent, town.checkIn(town.here, code));
    assertThat(said(alone)).isEqualTo("WARNING PIECE_WITHOUT_DEVICE ?TAKE_PIECE_OUT");
    assertThat(town.loans(device)).containsExactly("OPEN Ada");

    ScanRequest out = town.scan(ScanMode.CHECK_IN, town.here, code, null, "TAKE_PIECE_OUT");
    assertThat(said(scan(agent, out))).isEqualTo("WARNING PIECE_TAKEN_OUT");
    assertThat(said(scan(agent, town.checkIn(town.here, code)))).isEqualTo("WARNING PIECE_APART");
    assertThat(said(answered(undo(agent, out.scanId())))).isEqualTo("OK UNDONE");
    assertThat(said(scan(agent, town.checkIn(town.here, code))))
        .isEqualTo("WARNING PIECE_WITHOUT_DEVICE ?TAKE_PIECE_OUT");
  }

  @Test
  void a_piece_that_joined_another_kit_since_is_not_pulled_back_by_an_undo() throws Exception {
    String code = "CH-" + device.id();
    coded(code);
    lent();
    ScanRequest out = town.scan(ScanMode.CHECK_IN, town.here, code, null, "TAKE_PIECE_OUT");
    assertThat(said(scan(agent, out))).isEqualTo("WARNING PIECE_TAKEN_OUT");
    Device other = town.device(town.here);
    Caller manager = town.manager(town.here);
    assertThat(as(manager, () -> kits.add(other.publicId(), "Chargeur", code)).orElseThrow())
        .isInstanceOf(Answer.Done.class);

    assertThat(said(answered(undo(agent, out.scanId())))).isEqualTo("REFUSED UNDO_TOO_LATE");
    assertThat(town.value("select device_id from kit_piece where code = ?", code))
        .isEqualTo(Long.toString(other.id()));
  }

  @Test
  @DisplayName("L066 what is owed awaits a price, is found without debt, or replaced with it")
  void l066_lines_are_settled_by_who_runs_the_stock() throws Exception {
    lent();
    ScanRequest in = returned();
    kit(agent, in.scanId(), 1, missing("Chargeur"));
    Caller manager = town.manager(town.here);
    MissingPieces.Awaiting awaiting = as(manager, () -> missing.awaitingPrice(Long.MAX_VALUE));
    assertThat(awaiting.count()).isEqualTo(1);
    UUID line = awaiting.lines().get(0).id();
    assertThat(awaiting.lines().get(0).pupilName()).contains("Essai Ada");
    assertThat(as(town.manager(town.there), () -> missing.awaitingPrice(Long.MAX_VALUE)).lines())
        .isEmpty();
    assertThat(as(town.manager(town.there), () -> missing.price(line, Optional.of(BigDecimal.TEN))))
        .isEmpty();

    for (BigDecimal wrong : new BigDecimal[] {new BigDecimal("-1"), new BigDecimal("1.005")}) {
      assertThat(as(manager, () -> missing.price(line, Optional.of(wrong))).orElseThrow())
          .isInstanceOf(Answer.Refused.class);
    }
    as(manager, () -> missing.price(line, Optional.of(new BigDecimal("29.9"))));
    assertThat(gaps()).containsExactly("RETURN Chargeur MISSING 1 0 0 29.90");
    assertThat(as(manager, () -> missing.awaitingPrice(Long.MAX_VALUE)).lines()).isEmpty();
    assertThat(said(answered(undo(agent, in.scanId()))))
        .as("somebody went on with the line")
        .isEqualTo("REFUSED UNDO_TOO_LATE");

    assertThat(as(manager, () -> missing.settle(line, Settling.REPLACED, 2)).orElseThrow())
        .isInstanceOf(Answer.Refused.class);
    as(manager, () -> missing.settle(line, Settling.REPLACED, 1));
    DeviceKits.File file = as(manager, () -> kits.find(device.publicId())).orElseThrow();
    assertThat(file.kit().items().get(0).present()).isEqualTo(1);
    assertThat(file.lines().get(0).amount()).contains(new BigDecimal("29.90"));
    assertThat(town.state(device)).as("a person decides").isEqualTo("TO_CHECK");
  }

  /** 31 July 2026, 22:30 UTC, is 1 August in Paris: the price of the new school year counts. */
  @Test
  void a_price_of_the_table_counts_by_the_school_year_of_the_authority_s_clock() throws Exception {
    lent();
    kit(agent, returned().scanId(), 1, missing("Chargeur"));
    Caller manager = town.manager(town.here);
    town.run(
        "update kit_gap set noted_at = '2026-07-31 22:30:00' where authority_id = ?",
        town.authority);
    for (int year : new int[] {2025, 2026}) {
      town.run(
          "insert into replacement_price (model_id, accessory, school_year, amount)"
              + " select model_id, 'Chargeur', ?, 25 from device where id = ?",
          year,
          device.id());
      boolean priced = year == 2026;
      assertThat(as(manager, () -> missing.awaitingPrice(Long.MAX_VALUE)).count())
          .isEqualTo(priced ? 0 : 1);
      assertThat(as(manager, () -> missing.awaitingPrice(Long.MAX_VALUE)).lines())
          .hasSize(priced ? 0 : 1);
      assertThat(as(manager, () -> charges.piecesToCharge())).isEqualTo(priced ? 1 : 0);
    }
  }

  @Test
  @DisplayName("L066 where policy charges no pieces the line keeps its price and nothing is asked")
  void l066_policy_may_ask_for_no_pieces() throws Exception {
    town = LendingTown.found(database, "agreement='NONE', pieces_charged=false");
    device = town.device(town.here);
    ada = town.pupil(town.here, "Ada");
    agent = town.agent(town.here);
    Caller manager = town.manager(town.here);
    lent();
    kit(agent, returned().scanId(), 1, missing("Chargeur"));
    UUID line = as(manager, () -> missing.awaitingPrice(Long.MAX_VALUE)).lines().get(0).id();
    as(manager, () -> missing.price(line, Optional.of(new BigDecimal("29.90"))));

    assertThat(as(manager, charges::piecesToCharge)).isZero();
    assertThat(as(manager, charges::chargePieces)).isZero();
    DeviceKits.File file = as(manager, () -> kits.find(device.publicId())).orElseThrow();
    assertThat(file.lines().get(0).charged()).isFalse();
    assertThat(file.lines().get(0).amount()).contains(new BigDecimal("29.90"));
    assertThat(town.state(device)).as("put aside all the same").isEqualTo("TO_CHECK");

    town.run(
        "update lending_policy set pieces_charged = true where authority_id = ?", town.authority);
    assertThat(as(manager, charges::chargePieces)).as("noted under the other rule").isZero();
    assertThat(charges()).isEmpty();
    Answer<MissingPieces.Settled> replaced =
        as(manager, () -> missing.settle(line, Settling.REPLACED, 1)).orElseThrow();
    assertThat(replaced)
        .isEqualTo(new Answer.Done<>(new MissingPieces.Settled(0, false, Optional.empty())));
  }

  @Test
  void a_line_that_was_charged_does_not_vanish_with_an_undo() throws Exception {
    lent();
    ScanRequest in = returned();
    kit(agent, in.scanId(), 1, missing("Chargeur"));
    charge("10");
    assertThat(said(answered(undo(agent, in.scanId())))).isEqualTo("REFUSED UNDO_TOO_LATE");
    assertThat(said(answered(kit(agent, in.scanId(), 2)))).isEqualTo("REFUSED KIT_TOO_LATE");
    assertThat(gaps()).hasSize(1);
  }

  @Test
  void a_refused_undo_or_correction_takes_back_no_line_at_all() throws Exception {
    town.run(
        "insert into model_accessory (id, model_id, name)"
            + " values (next value for model_accessory_seq, ?, 'Housse')",
        town.model);
    lent();
    ScanRequest in = returned();
    kit(agent, in.scanId(), 1, missing("Chargeur"), missing("Housse"));
    town.run(
        "update kit_gap set unit_price = 12 where device_id = ? and name = 'Housse'", device.id());

    assertThat(said(answered(undo(agent, in.scanId())))).isEqualTo("REFUSED UNDO_TOO_LATE");
    assertThat(said(answered(kit(agent, in.scanId(), 2)))).isEqualTo("REFUSED KIT_TOO_LATE");
    assertThat(gaps())
        .containsExactlyInAnyOrder(
            "RETURN Chargeur MISSING 1 0 0 -", "RETURN Housse MISSING 1 0 0 12.00");
  }

  @Test
  void a_code_is_that_of_one_piece_and_of_no_device() throws Exception {
    Caller manager = town.manager(town.here);
    Device other = town.device(town.here);
    UUID id = device.publicId();
    assertThat(as(manager, () -> kits.add(id, "Chargeur", other.tag())).orElseThrow())
        .isInstanceOf(Answer.Refused.class);
    assertThat(as(manager, () -> kits.add(id, "Chargeur", "GESTMAT-END")).orElseThrow())
        .isInstanceOf(Answer.Refused.class);
    assertThat(as(manager, () -> kits.add(id, "Chargeur", " ch-9 ")).orElseThrow())
        .isInstanceOf(Answer.Done.class);
    assertThat(as(manager, () -> kits.add(other.publicId(), "Chargeur", "CH-9")).orElseThrow())
        .isInstanceOf(Answer.Refused.class);
    assertThat(as(town.manager(town.there), () -> kits.add(id, "Chargeur", "CH-10"))).isEmpty();
    UUID piece =
        as(manager, () -> kits.find(id)).orElseThrow().kit().items().get(0).piece().orElseThrow();
    assertThat(as(manager, () -> kits.takeOut(id, piece))).isTrue();
    assertThat(as(manager, () -> kits.add(other.publicId(), "Chargeur", "CH-9")).orElseThrow())
        .isInstanceOf(Answer.Done.class);
  }

  private <T> T as(Caller who, Callable<T> work) throws Exception {
    return acting.as(who, roleOf(who), work);
  }
}
