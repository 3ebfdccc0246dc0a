package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.lending.boundary.agreement.FamilyLending;
import fr.gestmat.lending.boundary.agreement.ReturnReceipts;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The receipt of what came back: signed on the family's own page, and as a proof to keep. */
class ReturnReceiptInContainerIT extends AgreementTest {

  @Inject private ReturnReceipts receipts;

  /** What the proof says, as text; empty if there is none for the caller. */
  private Optional<String> proof(Caller who, UUID loan) throws Exception {
    Optional<byte[]> pdf = acting.as(who, roleOf(who), () -> receipts.write(loan));
    if (pdf.isEmpty()) {
      return Optional.empty();
    }
    try (PDDocument document = Loader.loadPDF(pdf.get())) {
      return Optional.of(new PDFTextStripper().getText(document).replaceAll("\\s+", " "));
    }
  }

  private Optional<String> receipt(Caller who, UUID agreement) throws Exception {
    return acting.as(
        who, roleOf(who), () -> family.read(agreement).flatMap(FamilyLending.Reading::receipt));
  }

  private List<String> sign(Caller who, UUID agreement, String shown) throws Exception {
    return acting.as(
        who,
        roleOf(who),
        () -> {
          Optional<Answer<UUID>> answer = family.signReceipt(agreement, shown);
          return answer.isEmpty() ? List.of("notThere") : codes(answer.get());
        });
  }

  @Test
  @DisplayName("L010 L069 who answers for the loan signs once that everything came back")
  void on_the_own_page() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Guardian mother = guardian(town, ada, true);
    Guardian aunt = guardian(town, ada, false);
    UUID agreement = issue(town, published(town), ada, "");
    Device device = town.device(town.here);
    scan(town.agent(town.here), town.checkOut(town.here, device.tag(), ada));
    assertThat(receipt(mother.caller(), agreement)).isEmpty();
    assertThat(sign(mother.caller(), agreement, "00")).containsExactly("stillOut");

    scan(town.agent(town.here), town.checkIn(town.here, device.tag()));
    String shown = receipt(mother.caller(), agreement).orElseThrow();
    assertThat(receipt(self(town, ada), agreement)).contains(shown);
    assertThat(sign(aunt.caller(), agreement, shown)).containsExactly("notThere");
    assertThat(sign(self(town, town.pupil(town.here, "Ben")), agreement, shown))
        .containsExactly("notThere");
    assertThat(sign(mother.caller(), agreement, "00")).containsExactly("changed");

    assertThat(sign(mother.caller(), agreement, shown)).isEmpty();
    assertThat(sign(self(town, ada), agreement, shown)).containsExactly("alreadySigned");
    assertThat(receipt(mother.caller(), agreement)).isEmpty();
    assertThat(
            town.column(
                "select concat_ws(' ', purpose, party, signer_name, way, lower(hex(shown_digest)))"
                    + " from agreement_signature s join loan_agreement a on a.id = s.agreement_id"
                    + " where a.public_id = ? and purpose = 'RECEIPT'",
                agreement.toString()))
        .containsExactly("RECEIPT GUARDIAN Mère Essai ENT " + shown);
    assertThat(
            town.column(
                "select action from journal_entry where subject_type = 'AGREEMENT' and pupil_id = ?"
                    + " order by id",
                ada.id()))
        .containsExactly("RECEIPT_SIGNED");
  }

  @Test
  void without_an_agreement_there_is_a_proof_too() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Guardian mother = guardian(town, ada, true);
    Guardian aunt = guardian(town, ada, false);
    Device device = town.device(town.here);
    UUID loan =
        UUID.fromString(
            town.value(
                "select public_id from loan where id = ?", town.lend(device, ada, town.here)));
    assertThat(proof(mother.caller(), loan)).as("still out").isEmpty();

    scan(town.agent(town.here), town.checkIn(town.here, device.tag()));
    assertThat(proof(mother.caller(), loan).orElseThrow())
        .contains("Reçu de retour de matériel", "Ada", device.tag(), "Rendu le");
    assertThat(proof(self(town, ada), loan)).isPresent();
    assertThat(proof(town.agent(town.here), loan)).isPresent();
    assertThat(proof(aunt.caller(), loan)).as("without parental authority").isEmpty();
    assertThat(proof(self(town, town.pupil(town.here, "Ben")), loan)).isEmpty();
    assertThat(proof(town.agent(town.there), loan)).as("another school's desk").isEmpty();
    assertThat(
            town.column(
                "select action from journal_entry where subject_type = 'LOAN' and pupil_id = ?",
                ada.id()))
        .containsExactly("RETURN_PROVED", "RETURN_PROVED", "RETURN_PROVED");

    town.run("update loan set closing_reason = 'DECLARED_STOLEN' where public_id = ?", loan);
    assertThat(proof(mother.caller(), loan)).as("a theft gives nothing back").isEmpty();
  }
}
