package fr.gestmat.mealaid.boundary.application;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.mealaid.boundary.application.FamilyFile.File;
import fr.gestmat.mealaid.control.application.FrenchDays;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.reports.document.Fact;
import fr.gestmat.reports.document.Receipt;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The receipt of an application as a page to print. */
@Stateless
@RolesAllowed({"GUARDIAN", "AID_OFFICER"})
public class ReceiptPaper {

  @EJB private FamilyFile files;
  @Inject private CurrentCaller caller;
  @Inject private AuthorityTime time;

  /**
   * Writes it: who, for whom, when, and nothing of the answers.
   *
   * @return a PDF; empty if the caller may not see the application or it was not sent
   * @throws IOException if it could not be written
   */
  public Optional<byte[]> write(UUID id) throws IOException {
    Optional<File> file = files.find(id).filter(found -> found.submittedAt().isPresent());
    if (file.isEmpty()) {
      return Optional.empty();
    }
    ZoneId zone = time.zone(caller.get().authorityId());
    File found = file.get();
    String number = found.number().map(String::valueOf).orElse("");
    String sent = FrenchDays.moment(found.submittedAt().orElseThrow(), zone);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Receipt(
            found.authority(),
            "Récépissé de demande d'aide à la cantine",
            List.of(
                new Fact("Numéro de dossier", number),
                new Fact("Campagne", found.campaign()),
                new Fact("Enfant", found.child()),
                new Fact("Demande faite par", found.applicant()),
                new Fact("Reçue le", sent)),
            List.of(
                "Votre demande est enregistrée. Elle sera étudiée par le service de "
                    + found.authority()
                    + ", qui vous écrira sa décision.",
                "Ce récépissé prouve la date de votre demande. Il ne dit rien de la décision.",
                found.sentText().isBlank() ? found.contact() : found.sentText()))
        .write(out);
    return Optional.of(out.toByteArray());
  }
}
