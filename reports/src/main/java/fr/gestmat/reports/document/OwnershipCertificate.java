package fr.gestmat.reports.document;

import fr.gestmat.reports.spreadsheet.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says that a device belongs to a pupil from now on (certificat de cession).
 *
 * @param number number of the certificate
 * @param authority the authority that gives
 * @param school the pupil's school
 * @param pupil the pupil's name
 * @param birthDate the pupil's date of birth, if known
 * @param chooser who accepted
 * @param chosenAt when
 * @param issuedAt when the certificate was issued
 * @param device the device
 * @param zone the time zone of the authority
 */
public record OwnershipCertificate(
    String number,
    String authority,
    String school,
    String pupil,
    Optional<LocalDate> birthDate,
    String chooser,
    Instant chosenAt,
    Instant issuedAt,
    TransferSlip.Row device,
    ZoneId zone) {

  /**
   * Writes the certificate as a PDF. The file appears complete or not at all.
   *
   * @param target the file to appear; its folder exists
   * @throws IOException when the file cannot be written
   */
  public void write(Path target) throws IOException {
    List<DocumentColumn<TransferSlip.Row>> columns =
        List.of(
            new DocumentColumn<>("Étiquette", 25, TransferSlip.Row::tag),
            new DocumentColumn<>("Numéro de série", 30, TransferSlip.Row::serial),
            new DocumentColumn<>("Modèle", 45, TransferSlip.Row::model));
    TableDocument.write(
        target, head(), columns, RowSource.of(List.of(device)), OwnershipCertificate::words);
  }

  private DocumentHead head() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Cédé par", authority));
    facts.add(new Fact("Cédé à", pupil));
    birthDate.ifPresent(day -> facts.add(new Fact("Né ou née le", day(day))));
    facts.add(new Fact("Établissement", school));
    facts.add(new Fact("Accepté par", chooser + ", le " + FrenchTime.day(chosenAt.atZone(zone))));
    facts.add(new Fact("Certificat établi le", FrenchTime.day(issuedAt.atZone(zone))));
    return new DocumentHead(
        "Certificat de cession " + number, number, facts, number + " – " + pupil);
  }

  private String day(LocalDate date) {
    return FrenchTime.day(date.atStartOfDay(zone));
  }

  private static List<Fact> words() {
    return List.of(
        new Fact(
            "Cession",
            "à la fin de sa scolarité, le matériel ci-dessus est cédé gratuitement à l'élève. Il en"
                + " est propriétaire et en assure désormais l'entretien, la réparation et le"
                + " recyclage. La collectivité ne peut plus le réclamer ni le remplacer."),
        new Fact("Pour la collectivité", ""));
  }
}
