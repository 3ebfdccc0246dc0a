package fr.gestmat.system.incontainer;

import fr.gestmat.mealaid.boundary.family.FamilyFiles;
import fr.gestmat.mealaid.boundary.letter.AidLetters;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Base of tests that read what families are sent of a decision. */
abstract class AidDecidedTest extends AidReviewTest {

  protected static final DecisionOrder REFUSE =
      DecisionOrder.refuse("Revenus trop élevés.", List.of("INCOME"));

  @Inject protected AidLetters letterBox;
  @Inject protected FamilyFiles families;

  protected String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  protected byte[] letter(File file) throws Exception {
    UUID letter =
        UUID.fromString(
            town.value(
                "select public_id from aid_letter where application_id = ? and void_at is null"
                    + " order by id desc limit 1",
                file.key()));
    return ada(() -> letterBox.read(file.id(), letter).orElseThrow());
  }
}
