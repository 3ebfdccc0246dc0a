package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * L058: a pupil whom an incident blocks gets nothing from an agent; a loan manager may hand over
 * all the same, and says why. Which incidents block is a setting of each kind (L072).
 */
class OverrideInContainerIT extends DeskTest {

  private LendingTown town;
  private Pupil ada;
  private Device device;
  private LocalDate today;

  @BeforeEach
  void adaIsBlocked() throws Exception {
    today = LocalDate.now(ZoneId.of("Europe/Paris"));
    LocalDate end = today.plusDays(100);
    town =
        LendingTown.found(
            database,
            "agreement='NONE', open_weekdays='1234567', loan_ends='%02d-%02d'"
                .formatted(end.getMonthValue(), Math.min(28, end.getDayOfMonth())));
    ada = town.pupil(town.here, "Ada");
    town.block(ada, town.device(town.here, "STOLEN"));
    device = town.device(town.here);
  }

  private ScanAnswer lend(Caller who, String choice, String reason) throws Exception {
    ScanRequest asked = town.scan(ScanMode.CHECK_OUT, town.here, device.tag(), ada, choice);
    return scan(
        who,
        new ScanRequest(
            asked.scanId(),
            asked.mode(),
            asked.school(),
            asked.code(),
            asked.pupilId(),
            asked.scannedAt(),
            null,
            null,
            null,
            choice,
            reason,
            false));
  }

  private void nothingHappened() throws Exception {
    assertThat(town.loans(device)).isEmpty();
    assertThat(town.state(device)).isEqualTo("IN_STOCK");
    assertThat(town.journal(device)).isEmpty();
  }

  @ParameterizedTest(name = "L058 {0} {1} {2}: {3}")
  @CsvSource({
    "agent, , , REFUSED PUPIL_BLOCKED",
    "agent, OVERRIDE, Examen, REFUSED OVERRIDE_NOT_ALLOWED PUPIL_BLOCKED",
    "manager, , , REFUSED PUPIL_BLOCKED ?OVERRIDE",
    "manager, , Examen, REFUSED PUPIL_BLOCKED ?OVERRIDE",
    "manager, OVERRIDE, , REFUSED OVERRIDE_NEEDS_REASON PUPIL_BLOCKED ?OVERRIDE",
    "manager, OVERRIDE, ' ', REFUSED OVERRIDE_NEEDS_REASON PUPIL_BLOCKED ?OVERRIDE",
  })
  void l058_permission_alone_or_a_reason_alone_is_not_enough(
      String who, String choice, String reason, String said) throws Exception {
    Caller caller = who.equals("agent") ? town.agent(town.here) : town.manager(town.here);

    assertThat(said(lend(caller, choice, reason))).isEqualTo(said);
    nothingHappened();
  }

  @Test
  void l058_a_loan_manager_who_says_why_hands_over_until_a_later_day() throws Exception {
    ScanAnswer lent = lend(town.manager(town.here), "OVERRIDE", "Poste de prêt d'examen");

    assertThat(said(lent)).isEqualTo("WARNING LENT OVERRIDDEN PUPIL_BLOCKED LENT_UNTIL");
    assertThat(town.loans(device)).containsExactly("OPEN Ada");
    assertThat(town.value("select due_on > ? from loan where device_id = ?", today, device.id()))
        .isEqualTo("1");
    assertThat(town.standing(device)).startsWith("ON_LOAN here - GOOD loan - Max Responsable");
    assertThat(town.journal(device)).containsExactly("LENT_BY_OVERRIDE");
    assertThat(
            town.column(
                "select json_value(detail, '$.reason') from journal_entry where subject_type ="
                    + " 'DEVICE' and subject_id = ?",
                device.id()))
        .isEqualTo(List.of("Poste de prêt d'examen"));
  }

  @Test
  void l058_a_loan_that_would_end_on_the_day_it_begins_is_not_worth_an_exception()
      throws Exception {
    town.run("update pupil set left_on = ? where id = ?", today, ada.id());

    Caller manager = town.manager(town.here);
    assertThat(said(lend(manager, null, null)))
        .isEqualTo("REFUSED PUPIL_BLOCKED OVERRIDE_ENDS_TODAY");
    assertThat(said(lend(manager, "OVERRIDE", "Poste de prêt d'examen")))
        .isEqualTo("REFUSED CHOICE_NOT_OFFERED PUPIL_BLOCKED OVERRIDE_ENDS_TODAY");
    nothingHappened();
  }

  @Test
  void l058_an_incident_of_a_kind_that_blocks_nobody_forbids_nothing() throws Exception {
    town.run(
        "update incident set blocks_new_loan = false, replacement = 'STOCK' where pupil_id = ?",
        ada.id());

    assertThat(said(lend(town.agent(town.here), null, null)))
        .isEqualTo("OK LENT REPLACEMENT_GIVEN LENT_UNTIL");
    assertThat(town.loans(device)).containsExactly("OPEN Ada");
    assertThat(town.state(device)).isEqualTo("ON_LOAN");
    assertThat(town.journal(device)).containsExactly("LENT");
  }
}
