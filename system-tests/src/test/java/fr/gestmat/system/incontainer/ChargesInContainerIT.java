package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.charge.Charges;
import fr.gestmat.lending.boundary.charge.Finance;
import fr.gestmat.lending.boundary.kit.MissingPieces;
import fr.gestmat.lending.control.charge.ChargeRows;
import fr.gestmat.lending.control.charge.FinanceAnswer;
import fr.gestmat.lending.control.charge.PieceRelief;
import fr.gestmat.lending.entity.ChargeState;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Charges from the proposal to the finance system and back. */
class ChargesInContainerIT extends DeskTest {

  @Inject private Charges charges;
  @Inject private Finance finance;
  @Inject private ChargeRows rows;
  @Inject private MissingPieces pieces;

  private LendingTown town;
  private Caller region;
  private Pupil ada;
  private Device laptop;

  @BeforeEach
  void found() throws Exception {
    town = LendingTown.found(database);
    region = town.region();
    ada = town.pupil(town.here, "=HYPERLINK(A1)");
    laptop = town.device(town.here);
  }

  @Test
  void aChargeIsProposedValidatedNumberedPaidAndRefunded() throws Exception {
    UUID id = propose("389.00");
    assertThat(
            acting
                .as(
                    town.manager(town.here),
                    Role.LOAN_MANAGER,
                    () -> charges.move(id, 0, ChargeState.Event.VALIDATE))
                .orElseThrow())
        .as("a school does not validate")
        .isInstanceOf(Answer.Refused.class);

    move(id, ChargeState.Event.VALIDATE);
    UUID batch = asRegion(finance::send).orElseThrow();
    assertThat(state(id)).isEqualTo("SENT");
    assertThat(asRegion(() -> charges.find(id)).orElseThrow().charge().number().orElseThrow())
        .endsWith("-000001");
    assertThat(asRegion(finance::send)).as("nothing waits").isEmpty();
    move(id, ChargeState.Event.PAY);
    move(id, ChargeState.Event.REFUND);
    assertThat(asRegion(finance::overview).orElseThrow().waiting()).isEqualTo(1);
    UUID correction = asRegion(finance::send).orElseThrow();
    move(id, ChargeState.Event.REFUNDED);

    assertThat(csv(batch)).hasSize(2).element(1).asString().contains(";TITRE;").endsWith("389,00");
    assertThat(csv(correction)).hasSize(2).element(1).asString().contains(";REMBOURSEMENT;");
  }

  @Test
  void l106_aNameThatLooksLikeAFormulaIsNeutralised() throws Exception {
    UUID id = propose("10.00");
    town.run("update pupil set family_name = '=cmd|A1' where id = ?", ada.id());
    move(id, ChargeState.Event.VALIDATE);

    assertThat(csv(asRegion(finance::send).orElseThrow()).get(1)).contains(";'=cmd|A1");
  }

  @Test
  void twoWhoSendAtTheSameTimeGiveEveryNumberOnceWithoutAGap() throws Exception {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ids.add(propose("5.00"));
    }
    List<Future<Optional<UUID>>> senders = new ArrayList<>();
    for (UUID id : ids) {
      move(id, ChargeState.Event.VALIDATE);
      if (ids.indexOf(id) % 5 == 4) {
        senders.add(acting.begin(region, Role.REGION_MANAGER, finance::send));
        senders.add(acting.begin(region, Role.REGION_MANAGER, finance::send));
      }
    }
    for (Future<Optional<UUID>> sender : senders) {
      sender.get();
    }
    asRegion(finance::send);

    assertThat(
            town.column(
                "select number from recovery_charge where authority_id = ? order by number",
                town.authority))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 40).mapToObj(Integer::toString).toList());
    assertThat(
            town.value(
                "select last_number from charge_counter where authority_id = ?", town.authority))
        .isEqualTo("40");
  }

  @Test
  void theAnswerOfFinanceIsLookedAtFirstAndEveryLineIsAccountedFor() throws Exception {
    UUID paid = sent();
    UUID cancelled = sent();
    UUID untouched = sent();
    String year = number(paid).substring(0, 4);
    String file =
        "Numéro;État;Commentaire\n"
            + number(paid)
            + ";Payé;\n"
            + number(paid)
            + ";Payé;deux fois\n"
            + number(cancelled)
            + ";ANNULÉE;\n"
            + number(untouched)
            + ";En cours;\n"
            + year
            + "-009999;Payé;\n"
            + "n'importe quoi;Payé;\n";

    Finance.Preview preview =
        asRegion(() -> finance.receive("retour.csv", bytes(file))).orElseThrow();

    assertThat(preview.lines())
        .extracting(FinanceAnswer.Judged::verdict)
        .containsExactly(
            FinanceAnswer.Verdict.MOVES,
            FinanceAnswer.Verdict.TWICE,
            FinanceAnswer.Verdict.MOVES,
            FinanceAnswer.Verdict.STATE_UNREADABLE,
            FinanceAnswer.Verdict.NUMBER_UNKNOWN,
            FinanceAnswer.Verdict.NUMBER_UNREADABLE);
    assertThat(state(paid)).as("nothing before it is confirmed").isEqualTo("SENT");
    assertThat(asRegion(() -> finance.apply(preview.file()))).isPresent();
    assertThat(state(paid)).isEqualTo("PAID");
    assertThat(state(cancelled)).isEqualTo("CANCELLED");
    assertThat(state(untouched)).isEqualTo("SENT");
    assertThat(asRegion(() -> finance.apply(preview.file())).orElseThrow().moves())
        .as("again changes nothing")
        .isZero();
    assertThat(moves(paid))
        .containsExactly("[PROPOSED VALIDATED]", "[VALIDATED SENT]", "[SENT PAID]");
    assertThat(moves(cancelled))
        .containsExactly("[PROPOSED VALIDATED]", "[VALIDATED SENT]", "[SENT CANCELLED]");
    assertThat(moves(untouched)).containsExactly("[PROPOSED VALIDATED]", "[VALIDATED SENT]");
  }

  @Test
  void l066_aMissingPieceIsChargedOnceAtItsPrice() throws Exception {
    long loan = town.lend(laptop, ada, town.here);
    for (int year = 2020; year < 2040; year++) {
      town.run(
          "insert into replacement_price (model_id, accessory, school_year, amount)"
              + " values (?, 'Chargeur', ?, 39)",
          town.model,
          year);
    }
    for (String gap : List.of("'Chargeur', 2, 1", "'Housse', 1, 0", "'Chargeur', 1, 1")) {
      town.run(
          "insert into kit_gap (id, public_id, authority_id, school_id, device_id, loan_id,"
              + " pupil_id, step, fault, name, quantity, found_quantity, noted_at, noted_by)"
              + " values (nextval(kit_gap_seq), uuid(), ?, ?, ?, ?, ?, 'RETURN', 'MISSING', "
              + gap
              + ", utc_timestamp(6), 'Essai')",
          town.authority,
          town.here.id(),
          laptop.id(),
          loan,
          ada.id());
    }
    Caller manager = town.manager(town.here);

    assertThat(acting.as(manager, Role.LOAN_MANAGER, charges::chargePieces)).isEqualTo(1);
    assertThat(acting.as(manager, Role.LOAN_MANAGER, charges::chargePieces)).isZero();
    assertThat(
            town.column(
                "select concat_ws(' ', state, accessory, amount) from recovery_charge"
                    + " where authority_id = ?",
                town.authority))
        .containsExactly("PROPOSED Chargeur 39.00");
    UUID charge =
        UUID.fromString(
            town.value(
                "select public_id from recovery_charge where authority_id = ?", town.authority));
    assertThat(moves(charge)).containsExactly("[null PROPOSED]");
  }

  @Test
  void l066_aPieceFoundAfterItWasChargedIsNotAskedAnyMore() throws Exception {
    UUID line = missing(3);
    priced("39.00");
    Caller manager = town.manager(town.here);
    acting.as(manager, Role.LOAN_MANAGER, charges::chargePieces);
    assertThat(asked()).containsExactly("PROPOSED 117.00");

    assertThat(find(manager, line).relief().orElseThrow().outcome())
        .isEqualTo(PieceRelief.Outcome.LOWERED);
    assertThat(asked()).containsExactly("PROPOSED 78.00");
    assertThat(told()).as("nobody knew of a proposal").isEmpty();

    UUID charge =
        UUID.fromString(
            town.value(
                "select public_id from recovery_charge where authority_id = ?", town.authority));
    move(charge, ChargeState.Event.VALIDATE);
    UUID batch = asRegion(finance::send).orElseThrow();
    assertThat(csv(batch).get(1)).endsWith("78,00");
    PieceRelief relief = find(manager, line).relief().orElseThrow();
    assertThat(relief.outcome()).isEqualTo(PieceRelief.Outcome.CANCELLED);
    assertThat(asked())
        .as("the rest is a charge of its own")
        .containsExactly("CANCELLED 78.00", "PROPOSED 39.00");
    UUID rest =
        UUID.fromString(
            town.value(
                "select public_id from recovery_charge where authority_id = ?"
                    + " and state = 'PROPOSED'",
                town.authority));
    assertThat(moves(rest)).containsExactly("[null PROPOSED]");
    assertThat(csv(asRegion(finance::send).orElseThrow()).get(1)).contains(";ANNULATION;");
    assertThat(told()).containsExactly("CHARGE_ASKED", "CHARGE_CANCELLED");

    find(manager, line);
    assertThat(asked()).containsExactly("CANCELLED 78.00", "CANCELLED 39.00");
    assertThat(acting.as(manager, Role.LOAN_MANAGER, charges::chargePieces))
        .as("nothing is owed any more")
        .isZero();
    assertThat(
            town.value(
                "select count(*) from journal_entry where authority_id = ? and"
                    + " subject_type = 'CHARGE'",
                town.authority))
        .isEqualTo("7");
  }

  @Test
  void l066_aPaidPieceThatIsFoundIsToBeRefunded() throws Exception {
    UUID line = missing(1);
    priced("39.00");
    Caller manager = town.manager(town.here);
    acting.as(manager, Role.LOAN_MANAGER, charges::chargePieces);
    UUID charge =
        UUID.fromString(
            town.value(
                "select public_id from recovery_charge where authority_id = ?", town.authority));
    move(charge, ChargeState.Event.VALIDATE);
    asRegion(finance::send);
    move(charge, ChargeState.Event.PAY);

    find(manager, line);

    assertThat(asked()).containsExactly("TO_REFUND 39.00");
    assertThat(told()).containsExactly("CHARGE_ASKED", "CHARGE_REFUND");
    assertThat(
            town.value(
                "select facts from notice where authority_id = ? and kind = 'CHARGE_REFUND'",
                town.authority))
        .contains("39,00")
        .contains("Chargeur de Portable 14 (" + laptop.tag() + ")");
  }

  private MissingPieces.Settled find(Caller manager, UUID line) throws Exception {
    Answer<MissingPieces.Settled> answer =
        acting
            .as(
                manager,
                Role.LOAN_MANAGER,
                () -> pieces.settle(line, MissingPieces.Settling.FOUND, 1))
            .orElseThrow();
    return ((Answer.Done<MissingPieces.Settled>) answer).value();
  }

  private List<String> asked() throws Exception {
    return town.column(
        "select concat_ws(' ', state, amount) from recovery_charge where authority_id = ?"
            + " order by id",
        town.authority);
  }

  private List<String> told() throws Exception {
    return town.column(
        "select kind from notice where authority_id = ? and pupil_id = ? order by id",
        town.authority,
        ada.id());
  }

  /** A line of chargers that did not come back. */
  private UUID missing(int quantity) throws Exception {
    long loan = town.lend(laptop, ada, town.here);
    UUID id = UUID.randomUUID();
    town.run(
        "insert into kit_gap (id, public_id, authority_id, school_id, device_id, loan_id,"
            + " pupil_id, step, fault, name, quantity, found_quantity, noted_at, noted_by)"
            + " values (nextval(kit_gap_seq), ?, ?, ?, ?, ?, ?, 'RETURN', 'MISSING', 'Chargeur',"
            + " ?, 0, utc_timestamp(6), 'Essai')",
        id.toString(),
        town.authority,
        town.here.id(),
        laptop.id(),
        loan,
        ada.id(),
        quantity);
    return id;
  }

  private void priced(String amount) throws Exception {
    town.run("update kit_gap set unit_price = ? where authority_id = ?", amount, town.authority);
  }

  @Test
  void aPictureIsNoAnswer() throws Exception {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

    assertThat(
            asRegion(() -> finance.receive("retour.csv", new ByteArrayInputStream(png)))
                .orElseThrow()
                .problem())
        .contains("NOT_A_SPREADSHEET");
    assertThat(
            asRegion(() -> finance.receive("x.csv", bytes("a;b\n1;2\n"))).orElseThrow().problem())
        .contains("COLUMNS");
  }

  @Test
  void l043_noChargeOfAnotherSchoolOrAuthorityIsSeenOrSent() throws Exception {
    UUID id = propose("20.00");
    move(id, ChargeState.Event.VALIDATE);
    Caller elsewhere = town.manager(town.there);
    LendingTown other = LendingTown.found(database);

    assertThat(acting.as(elsewhere, Role.LOAN_MANAGER, () -> charges.find(id))).isEmpty();
    assertThat(
            acting
                .as(
                    elsewhere,
                    Role.LOAN_MANAGER,
                    () -> charges.list(ChargeRows.Filter.ALL, Long.MAX_VALUE))
                .count())
        .isZero();
    assertThat(acting.as(other.region(), Role.REGION_MANAGER, () -> charges.find(id))).isEmpty();
    assertThat(acting.as(other.region(), Role.REGION_MANAGER, finance::send)).isEmpty();
    UUID batch = asRegion(finance::send).orElseThrow();
    assertThat(acting.as(other.region(), Role.REGION_MANAGER, () -> finance.file(batch))).isEmpty();
  }

  private UUID sent() throws Exception {
    UUID id = propose("30.00");
    move(id, ChargeState.Event.VALIDATE);
    asRegion(finance::send);
    return id;
  }

  private UUID propose(String amount) {
    return rows.propose(
        new ChargeRows.Proposed(
            town.authority,
            town.here.id(),
            ada.id(),
            laptop.id(),
            null,
            null,
            null,
            "",
            "LOSS",
            new BigDecimal(amount),
            "Essai"),
        Instant.now());
  }

  private void move(UUID id, ChargeState.Event event) throws Exception {
    int version = asRegion(() -> charges.find(id)).orElseThrow().charge().version();
    assertThat(asRegion(() -> charges.move(id, version, event)).orElseThrow())
        .isInstanceOf(Answer.Done.class);
  }

  /** From where to where a charge was moved, as the journal says it. */
  private List<String> moves(UUID id) throws Exception {
    return town.column(
        "select replace(replace(json_compact(json_extract(j.detail, '$.state')), '\"', ''),"
            + " ',', ' ') from journal_entry j"
            + " join recovery_charge r on r.id = j.subject_id where j.subject_type = 'CHARGE'"
            + " and j.action = 'CHARGE_MOVED' and r.public_id = ? order by j.id",
        id.toString());
  }

  private String number(UUID id) throws Exception {
    return asRegion(() -> charges.find(id)).orElseThrow().charge().number().orElseThrow();
  }

  private String state(UUID id) throws Exception {
    return town.value("select state from recovery_charge where public_id = ?", id.toString());
  }

  private List<String> csv(UUID batch) throws Exception {
    Path file = asRegion(() -> finance.file(batch)).orElseThrow();
    try {
      return Files.readAllLines(file);
    } finally {
      Files.delete(file);
    }
  }

  private <T> T asRegion(Callable<T> work) throws Exception {
    return acting.as(region, Role.REGION_MANAGER, work);
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
