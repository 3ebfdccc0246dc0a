package fr.gestmat.reports.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.reports.document.Fact;
import fr.gestmat.reports.tagged.Tags;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class OfficialLetterTest {

  private static OfficialLetter letter(int paragraphs, Optional<byte[]> logo) {
    return new OfficialLetter(
        List.of("Département de la Sarne"),
        logo,
        List.of("Fatou N’Diaye"),
        List.of("Le vendredi 27 novembre 2026", "Demande n° 42"),
        "Votre demande est acceptée",
        Collections.nCopies(paragraphs, "L’aide prend effet à la rentrée. ".repeat(12)),
        List.of(new Fact("Aide", "2,00 € par repas"), new Fact("Motif", "Un motif. ".repeat(30))),
        List.of(new OfficialLetter.Note("Si vous n’êtes pas d’accord", List.of("Écrivez-nous."))),
        "La présidente",
        "Hôtel du Département, 1 place de la République");
  }

  @Test
  void says_its_title_language_and_order_of_reading() throws IOException {
    try (PDDocument document = Loader.loadPDF(letter(2, Optional.empty()).toPdf())) {
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("fr-FR");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Votre demande est acceptée");
      assertThat(new String(catalog.getMetadata().toByteArray(), "UTF-8"))
          .contains("<pdfuaid:part>1</pdfuaid:part>");
      assertThat(Tags.of(catalog.getStructureTreeRoot()))
          .startsWith("Document", "P")
          .containsSubsequence("P", "H1", "P", "H2", "P");
      assertThat(new PDFTextStripper().getText(document))
          .contains("Fatou N’Diaye")
          .contains("2,00")
          .contains("Si vous n’êtes pas d’accord")
          .contains("Page 1 sur 1");
    }
  }

  @Test
  void goes_on_on_further_pages_with_every_piece_in_the_tree() throws IOException {
    try (PDDocument document = Loader.loadPDF(letter(20, Optional.empty()).toPdf())) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      assertThat(new PDFTextStripper().getText(document))
          .contains("Page 1 sur " + document.getNumberOfPages())
          .contains("La présidente");
      assertThat(document.getDocumentCatalog().getStructureTreeRoot().getParentTree().getNumbers())
          .hasSize(document.getNumberOfPages());
    }
  }

  @Test
  void a_picture_says_what_it_shows() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB), "png", out);
    try (PDDocument document = Loader.loadPDF(letter(1, Optional.of(out.toByteArray())).toPdf())) {
      PDStructureElement whole =
          (PDStructureElement)
              document.getDocumentCatalog().getStructureTreeRoot().getKids().get(0);
      PDStructureElement figure = (PDStructureElement) whole.getKids().get(0);
      assertThat(figure.getStructureType()).isEqualTo("Figure");
      assertThat(figure.getAlternateDescription()).contains("Département de la Sarne");
    }
  }
}
