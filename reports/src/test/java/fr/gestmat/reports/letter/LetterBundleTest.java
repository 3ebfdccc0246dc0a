package fr.gestmat.reports.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class LetterBundleTest {

  private static byte[] letter(String to) throws IOException {
    return new OfficialLetter(
            List.of("Département de la Sarne"),
            Optional.empty(),
            List.of(to),
            List.of("Demande n° 42"),
            "Votre demande est acceptée",
            List.of("L’aide prend effet à la rentrée."),
            List.of(),
            List.of(),
            "La présidente",
            "Hôtel du Département")
        .toPdf();
  }

  @Test
  void holds_every_letter_in_order() throws IOException {
    byte[] bundle = LetterBundle.of(List.of(letter("Fatou Diallo"), letter("Paul Roche")));
    try (PDDocument document = Loader.loadPDF(bundle)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(page(document, 1)).contains("Fatou Diallo").doesNotContain("Paul Roche");
      assertThat(page(document, 2)).contains("Paul Roche");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr-FR");
    }
  }

  @Test
  void refuses_what_is_no_letter() {
    assertThatThrownBy(() -> LetterBundle.of(List.of())).hasMessage("no letter");
    assertThatThrownBy(() -> LetterBundle.of(List.of("perdu".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(IOException.class);
  }

  private static String page(PDDocument document, int number) throws IOException {
    PDFTextStripper text = new PDFTextStripper();
    text.setStartPage(number);
    text.setEndPage(number);
    return text.getText(document);
  }
}
