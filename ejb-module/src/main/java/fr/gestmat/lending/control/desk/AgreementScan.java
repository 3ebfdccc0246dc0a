package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.ScanMatch;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.ScanReason;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.desk.DeskReader.AgreementLine;
import fr.gestmat.lending.control.desk.DeskReader.DeviceMatch;
import fr.gestmat.lending.control.desk.DeskReader.PupilRow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The barcode of an agreement at the desk (L071): on the return screen it selects its lines, of
 * which each is taken by a choice; on the hand-over screen it opens its pupil.
 *
 * @param lines what the code stands for; empty if it is no agreement of the authority
 */
record AgreementScan(List<AgreementLine> lines) {

  /** The line that the agent chose, if one was. */
  Optional<DeviceMatch> line(Optional<UUID> chosen) {
    return lines.stream()
        .flatMap(line -> line.device().stream())
        .filter(device -> chosen.filter(device.publicId()::equals).isPresent())
        .findFirst();
  }

  /** Whose agreement it is. */
  Optional<UUID> pupil() {
    return lines.stream().map(AgreementLine::pupil).findFirst();
  }

  /**
   * What the desk is told.
   *
   * @param pupil the pupil, if the desk may see that one
   */
  ScanAnswer answer(Station station, ScanMode mode, ScannedCode code, Optional<PupilRow> pupil) {
    if (lines.isEmpty()) {
      return ScanAnswer.of(Outcome.REFUSED, Finding.of(ScanReason.CODE_UNKNOWN, code.quoted()));
    }
    if (pupil.isEmpty()) {
      String issuer = station.facts().school(lines.get(0).issuerId()).name();
      return ScanAnswer.of(Outcome.REFUSED, Finding.of(ScanReason.AGREEMENT_ELSEWHERE, issuer))
          .matching(ScanMatch.AGREEMENT);
    }
    return opened(station, mode, pupil.get())
        .matching(ScanMatch.AGREEMENT)
        .about(Views.of(station.facts(), pupil.get()));
  }

  private ScanAnswer opened(Station station, ScanMode mode, PupilRow pupil) {
    AgreementLine first = lines.get(0);
    boolean out = first.device().isPresent();
    String schoolClass = pupil.schoolClass().orElse("");
    if (mode == ScanMode.CHECK_IN && out) {
      Finding found =
          Finding.of(ScanReason.AGREEMENT_LINES, pupil.name(), schoolClass, lines.size());
      return ScanAnswer.of(Outcome.WARNING, found)
          .offering(
              lines.stream()
                  .flatMap(line -> line.device().stream())
                  .map(device -> Scanning.thisDevice(station, device))
                  .toList());
    }
    return first.binding() && (out || !first.lent())
        ? ScanAnswer.of(Outcome.OK, Finding.of(ScanReason.PUPIL_OPENED, pupil.name(), schoolClass))
        : ScanAnswer.of(Outcome.WARNING, Finding.of(ScanReason.AGREEMENT_OVER, pupil.name()));
  }
}
