package fr.gestmat.lending.control.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.ScanChoice;
import fr.gestmat.lending.control.ScanReason;
import fr.gestmat.reports.document.ReceiptLine;
import fr.gestmat.reports.document.ReceiptLine.Result;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionScanTest {

  private static final Instant THEN = Instant.parse("2026-06-12T08:30:00Z");
  private static final SchoolView SCHOOL = new SchoolView("0881234B", "Lycée Jean-Moulin");
  private static final PupilView PUPIL =
      new PupilView(UUID.randomUUID(), "Ćosić", "Inès", Optional.of("2DE 4"), SCHOOL, true);

  private static ScanAnswer answer(Outcome outcome, ScanReason reason) {
    Finding finding = new Finding(reason, Collections.nCopies(reason.data().size(), "x"));
    return ScanAnswer.of(outcome, finding).about(PUPIL);
  }

  @ParameterizedTest
  @CsvSource({
    "OK, LENT, LENT",
    "WARNING, LENT, LENT",
    "OK, RETURNED, RETURNED",
    "WARNING, RETURNED_TO_CHECK, RETURNED",
    "WARNING, LOST_FOUND, RETURNED",
    "WARNING, ALREADY_RETURNED, SEEN",
    "WARNING, SEEN, SEEN",
    "REFUSED, DEVICE_ON_LOAN, REFUSED",
  })
  void says_what_came_of_a_scan(Outcome outcome, ScanReason reason, Result expected) {
    assertThat(new SessionScan(THEN, answer(outcome, reason), false).result()).isEqualTo(expected);
  }

  @Test
  void says_that_a_scan_was_undone() {
    assertThat(new SessionScan(THEN, answer(Outcome.OK, ScanReason.LENT), true).result())
        .isEqualTo(Result.UNDONE);
  }

  @Test
  void counts_a_scan_that_waits_for_a_choice_as_not_done() {
    ScanAnswer offered =
        answer(Outcome.WARNING, ScanReason.HELD_BY_OTHER)
            .offering(
                List.of(
                    new ScanAnswer.Offer(ScanChoice.RETURN_FOR_HOLDER, Optional.empty(), "Bo")));
    assertThat(new SessionScan(THEN, offered, false).result()).isEqualTo(Result.REFUSED);
  }

  @Test
  void says_no_more_of_the_ordinary_than_its_result() {
    assertThat(
            new SessionScan(THEN, answer(Outcome.OK, ScanReason.RETURNED), false)
                .line(finding -> "Phrase."))
        .isEqualTo(new ReceiptLine(THEN, "", "Inès Ćosić", "2DE 4", Result.RETURNED, ""));
    assertThat(
            new SessionScan(THEN, answer(Outcome.REFUSED, ScanReason.CODE_UNKNOWN), false)
                .line(finding -> "Phrase.")
                .remark())
        .isEqualTo("Phrase.");
  }

  @Test
  void tells_of_refusals_but_not_of_commands() {
    assertThat(
            new SessionScan(THEN, answer(Outcome.REFUSED, ScanReason.CODE_UNKNOWN), false)
                .isToTell())
        .isTrue();
    assertThat(new SessionScan(THEN, answer(Outcome.OK, ScanReason.COMMAND_UNDO), false).isToTell())
        .isFalse();
  }

  @Test
  void missing_pieces_are_a_remark_unless_the_scan_was_undone() {
    ScanAnswer pieces =
        new ScanAnswer(
            Outcome.WARNING,
            List.of(
                Finding.of(ScanReason.KIT_INCOMPLETE),
                Finding.of(ScanReason.PIECE_MISSING, "Chargeur", 1)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    ScanAnswer back = answer(Outcome.OK, ScanReason.RETURNED);
    assertThat(
            new SessionScan(THEN, back, false, Optional.of(pieces))
                .line(finding -> finding.values().get(0) + ".")
                .remark())
        .isEqualTo("Chargeur.");
    assertThat(
            new SessionScan(THEN, back, true, Optional.of(pieces))
                .line(finding -> finding.values().get(0) + ".")
                .remark())
        .isEmpty();
  }
}
