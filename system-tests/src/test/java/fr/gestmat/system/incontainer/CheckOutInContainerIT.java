package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.PupilView;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hand-overs: the answer, the loan, the device and the journal. */
class CheckOutInContainerIT extends DeskTest {

  @Test
  void l046_l047_a_hand_over_opens_a_loan_from_now_on() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='NONE', loan_ends='06-30'");
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);

    ScanAnswer answer = scan(town.agent(town.here), town.checkOut(town.here, device.tag(), ada));

    assertThat(said(answer)).isEqualTo("OK LENT LENT_UNTIL");
    assertThat(answer.pupil().map(PupilView::name)).contains("Ada Essai");
    assertThat(answer.loan().orElseThrow().dueOn()).isPresent();
    assertThat(town.loans(device)).containsExactly("OPEN Ada");
    assertThat(town.standing(device)).startsWith("ON_LOAN here - GOOD loan -");
    assertThat(town.journal(device)).containsExactly("LENT");
    assertThat(
            town.value(
                "select timestampdiff(second, checked_out_at, utc_timestamp(6)) between -5 and 120"
                    + " from loan where public_id = ?",
                answer.loan().orElseThrow().id().toString()))
        .isEqualTo("1");
  }

  @Test
  void l048_every_fault_in_one_answer() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil gone = town.pupil(town.here, "Ada");
    town.run("update pupil set status = 'LEFT' where id = ?", gone.id());
    Device device = town.device(town.here, "IN_REPAIR");

    ScanAnswer answer = scan(town.agent(town.here), town.checkOut(town.here, device.tag(), gone));

    assertThat(said(answer)).isEqualTo("REFUSED PUPIL_HAS_LEFT DEVICE_IN_REPAIR");
    assertThat(town.loans(device)).isEmpty();
    assertThat(town.journal(device)).isEmpty();
  }

  @Test
  void l044_l048_a_pupil_of_another_school_is_unknown_to_this_desk() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil far = town.pupil(town.there, "Zara");
    Device device = town.device(town.here);
    ScanRequest request = town.checkOut(town.here, device.tag(), far);

    ScanAnswer answer = scan(town.agent(town.here), request);
    assertThat(said(answer)).isEqualTo("REFUSED PUPIL_UNKNOWN");
    assertThat(answer.pupil()).isEmpty();
    assertThat(said(scan(town.region(), town.checkOut(town.here, device.tag(), far))))
        .as("even for who steers the region")
        .isEqualTo("REFUSED PUPIL_OF_OTHER_SCHOOL");
  }

  @Test
  void l049_a_device_on_loan_is_refused_and_its_holder_named() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);
    Pupil ben = town.pupil(town.here, "Ben");

    ScanAnswer answer = scan(town.agent(town.here), town.checkOut(town.here, device.tag(), ben));

    assertThat(said(answer)).isEqualTo("REFUSED DEVICE_ON_LOAN ?RETURN_THEN_LEND");
    assertThat(answer.reasons().get(0).values()).containsExactly("Ada Essai");
    assertThat(town.loans(device)).containsExactly("OPEN Ada");
    assertThat(town.state(device)).isEqualTo("ON_LOAN");
    assertThat(town.journal(device)).isEmpty();
  }

  @Test
  void l043_l049_a_holder_of_another_school_is_not_named_where_policy_closes_nothing()
      throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='NONE', return_place='HOME_ONLY'");
    Device device = town.device(town.there);
    town.lend(device, town.pupil(town.there, "Zara"), town.there);
    Pupil ben = town.pupil(town.here, "Ben");

    ScanAnswer answer = scan(town.agent(town.here), town.checkOut(town.here, device.tag(), ben));

    assertThat(said(answer)).isEqualTo("REFUSED DEVICE_ON_LOAN");
    assertThat(answer.toString()).doesNotContain("Zara");
    assertThat(answer.device().orElseThrow().home().uai()).isEqualTo(town.there.uai());
  }

  @Test
  void l050_the_same_pupil_gets_an_extension_not_a_second_loan() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);
    town.lend(device, ada, town.here);
    town.run("update loan set due_on = '2026-12-18' where device_id = ?", device.id());
    Caller agent = town.agent(town.here);

    assertThat(said(scan(agent, town.checkOut(town.here, device.tag(), ada))))
        .isEqualTo("WARNING ALREADY_HELD_BY_PUPIL ?EXTEND_LOAN");
    assertThat(
            said(
                scan(
                    agent,
                    town.scan(ScanMode.CHECK_OUT, town.here, device.tag(), ada, "EXTEND_LOAN"))))
        .isEqualTo("OK LOAN_EXTENDED");
    assertThat(town.loans(device)).containsExactly("OPEN Ada");
    assertThat(town.value("select due_on from loan where device_id = ?", device.id())).isEmpty();
    assertThat(town.journal(device)).containsExactly("EXTENDED");
  }

  @Test
  void l051_with_auto_return_the_old_loan_ends_first() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='NONE', auto_return=true");
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);
    Pupil ben = town.pupil(town.here, "Ben");

    ScanAnswer answer = scan(town.agent(town.here), town.checkOut(town.here, device.tag(), ben));

    assertThat(said(answer)).isEqualTo("WARNING LENT PREVIOUS_LOAN_CLOSED");
    assertThat(answer.pupil().map(PupilView::name)).contains("Ben Essai");
    assertThat(town.loans(device))
        .containsExactlyInAnyOrder("CLOSED Ada RETURNED_BY_NEXT_LOAN", "OPEN Ben");
    assertThat(town.journal(device)).containsExactly("RETURNED_BY_NEXT_LOAN", "LENT");
  }

  @Test
  void l051_without_auto_return_it_is_confirmed() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);
    Pupil ben = town.pupil(town.here, "Ben");

    ScanAnswer answer =
        scan(
            town.agent(town.here),
            town.scan(ScanMode.CHECK_OUT, town.here, device.tag(), ben, "RETURN_THEN_LEND"));

    assertThat(said(answer)).isEqualTo("WARNING LENT PREVIOUS_LOAN_CLOSED");
    assertThat(town.loans(device))
        .containsExactlyInAnyOrder("CLOSED Ada RETURNED_BY_NEXT_LOAN", "OPEN Ben");
    assertThat(town.state(device)).isEqualTo("ON_LOAN");
    assertThat(town.journal(device)).containsExactly("RETURNED_BY_NEXT_LOAN", "LENT");
  }

  @ParameterizedTest(name = "L055 {0}: {1}")
  @CsvSource({
    "EXPECTED, REFUSED DEVICE_EXPECTED",
    "TO_CHECK, REFUSED DEVICE_TO_CHECK",
    "IN_REPAIR, REFUSED DEVICE_IN_REPAIR",
    "IN_TRANSIT, REFUSED DEVICE_IN_TRANSIT",
    "LOST, REFUSED DEVICE_LOST",
    "STOLEN, REFUSED DEVICE_STOLEN",
    "WITHDRAWN, REFUSED DEVICE_WITHDRAWN",
    "OWNERSHIP_TRANSFERRED, REFUSED DEVICE_OWNERSHIP_TRANSFERRED",
    "IN_STOCK, OK LENT"
  })
  void l055_only_a_device_in_stock_is_lent(String state, String said) throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here, state);

    assertThat(said(scan(town.agent(town.here), town.checkOut(town.here, device.tag(), ada))))
        .isEqualTo(said);
    boolean lent = said.equals("OK LENT");
    assertThat(town.state(device)).isEqualTo(lent ? "ON_LOAN" : state);
    assertThat(town.loans(device)).hasSize(lent ? 1 : 0);
    assertThat(town.journal(device)).isEqualTo(lent ? List.of("LENT") : List.of());
  }

  @Test
  void l057_the_limit_counts_open_and_lost_loans_not_claimed_ones() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller agent = town.agent(town.here);
    for (String[] row :
        new String[][] {
          {"OPEN", "ON_LOAN", "REFUSED LIMIT_REACHED"},
          {"LOST", "LOST", "REFUSED LIMIT_REACHED"},
          {"CLAIMED_RETURNED", "ON_LOAN", "OK LENT"}
        }) {
      Pupil pupil = town.pupil(town.here, row[0]);
      town.lend(town.device(town.here), pupil, town.here, row[0], row[1]);
      Device second = town.device(town.here);
      assertThat(said(scan(agent, town.checkOut(town.here, second.tag(), pupil))))
          .as(row[0])
          .isEqualTo(row[2]);
      boolean lent = row[2].equals("OK LENT");
      assertThat(town.loans(second)).hasSize(lent ? 1 : 0);
      assertThat(town.journal(second)).hasSize(lent ? 1 : 0);
    }
  }

  @Test
  void l058_a_manager_overrides_the_limit_with_a_reason() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    town.lend(town.device(town.here), ada, town.here);
    Device second = town.device(town.here);
    ScanRequest request = town.scan(ScanMode.CHECK_OUT, town.here, second.tag(), ada, "OVERRIDE");

    assertThat(said(scan(town.agent(town.here), request)))
        .isEqualTo("REFUSED OVERRIDE_NOT_ALLOWED LIMIT_REACHED");
    Caller manager = town.manager(town.here);
    assertThat(
            said(
                scan(
                    manager,
                    town.scan(ScanMode.CHECK_OUT, town.here, second.tag(), ada, "OVERRIDE"))))
        .isEqualTo("REFUSED OVERRIDE_NEEDS_REASON LIMIT_REACHED ?OVERRIDE");
    ScanRequest reasoned = town.scan(ScanMode.CHECK_OUT, town.here, second.tag(), ada, "OVERRIDE");
    assertThat(
            said(
                scan(
                    manager,
                    new ScanRequest(
                        reasoned.scanId(),
                        reasoned.mode(),
                        reasoned.school(),
                        reasoned.code(),
                        reasoned.pupilId(),
                        reasoned.scannedAt(),
                        null,
                        null,
                        null,
                        reasoned.choice(),
                        "Poste de prêt d'examen",
                        false))))
        .isEqualTo("WARNING LENT OVERRIDDEN LIMIT_REACHED");
    assertThat(town.journal(second)).containsExactly("LENT_BY_OVERRIDE");
    assertThat(
            town.value(
                "select detail from journal_entry where subject_type = 'DEVICE' and subject_id = ?",
                second.id()))
        .contains("Poste de prêt d'examen");
  }

  @Test
  void the_agreement_may_follow_or_is_required_first() throws Exception {
    LendingTown follows = LendingTown.found(database, "agreement='MAY_FOLLOW'");
    LendingTown required = LendingTown.found(database, "agreement='REQUIRED'");

    for (LendingTown town : new LendingTown[] {follows, required}) {
      Device device = town.device(town.here);
      Pupil ada = town.pupil(town.here, "Ada");
      assertThat(said(scan(town.agent(town.here), town.checkOut(town.here, device.tag(), ada))))
          .isEqualTo(
              town == follows
                  ? "OK LENT AGREEMENT_TO_FOLLOW"
                  : "REFUSED AGREEMENT_MISSING GUARDIAN_SIGNATURE_MISSING");
    }
  }

  @Test
  void l057_the_limit_is_per_category_and_as_high_as_policy_says() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='NONE', loans_per_pupil=2");
    Caller agent = town.agent(town.here);
    Pupil ada = town.pupil(town.here, "Ada");
    Device bag = town.device(town.here);
    town.ofAnotherCategory(bag);

    for (int i = 0; i < 2; i++) {
      assertThat(said(scan(agent, town.checkOut(town.here, town.device(town.here).tag(), ada))))
          .isEqualTo("OK LENT");
    }
    Device third = town.device(town.here);
    assertThat(said(scan(agent, town.checkOut(town.here, third.tag(), ada))))
        .isEqualTo("REFUSED LIMIT_REACHED");
    assertThat(town.state(third)).isEqualTo("IN_STOCK");
    assertThat(said(scan(agent, town.checkOut(town.here, bag.tag(), ada)))).isEqualTo("OK LENT");
  }

  @Test
  void l061_a_loan_ends_on_an_open_day() throws Exception {
    LendingTown town =
        LendingTown.found(database, "agreement='NONE', loan_ends='12-31', open_weekdays='1234567'");
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);
    int year = LocalDate.now(ZoneOffset.UTC).getYear();
    for (int closed : new int[] {year, year + 1}) {
      town.run(
          "insert into closed_day (authority_id, day, label) values (?, ?, 'Saint-Sylvestre')",
          town.authority,
          LocalDate.of(closed, 12, 31));
    }

    ScanAnswer answer = scan(town.agent(town.here), town.checkOut(town.here, device.tag(), ada));

    assertThat(said(answer)).isEqualTo("OK LENT LENT_UNTIL");
    assertThat(town.value("select due_on from loan where device_id = ?", device.id()))
        .endsWith("-12-30");
  }

  @Test
  void l061_a_loan_ends_with_the_pupil_s_last_day_and_does_not_begin_after_it() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='NONE', open_weekdays='1234567'");
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);
    LocalDate last = LocalDate.now(ZoneOffset.UTC).plusDays(20);
    town.run("update pupil set left_on = ? where id = ?", last, ada.id());
    Pupil gone = town.pupil(town.here, "Ben");
    Device kept = town.device(town.here);
    town.run("update pupil set left_on = ? where id = ?", last.minusDays(30), gone.id());
    Caller agent = town.agent(town.here);

    scan(agent, town.checkOut(town.here, device.tag(), ada));
    assertThat(town.value("select due_on from loan where device_id = ?", device.id()))
        .isEqualTo(last.toString());
    assertThat(said(scan(agent, town.checkOut(town.here, kept.tag(), gone))))
        .isEqualTo("REFUSED LAST_DAY_PASSED");
    assertThat(town.state(kept)).isEqualTo("IN_STOCK");
    assertThat(town.journal(kept)).isEmpty();
  }
}
