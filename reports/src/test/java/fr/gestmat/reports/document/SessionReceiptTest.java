package fr.gestmat.reports.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.reports.document.ReceiptLine.Result;
import fr.gestmat.reports.spreadsheet.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionReceiptTest {
  private static final Instant BEGUN = Instant.parse("2026-12-01T08:02:00Z");
  private static final SessionReceipt RECEIPT =
      new SessionReceipt(
          "Région Grand Est",
          "Lycée Banville",
          "Jeanne Dupré",
          BEGUN,
          BEGUN.plusSeconds(3_600),
          ZoneId.of("Europe/Paris"));

  @TempDir Path folder;

  private static ReceiptLine line(int number, Result result, String remark) {
    return new ReceiptLine(
        BEGUN.plusSeconds(number),
        "GM%06d".formatted(number),
        "Zoé Müller",
        "2nde 3",
        result,
        remark);
  }

  private List<String> pages(List<ReceiptLine> lines) throws IOException {
    Path target = folder.resolve("recapitulatif.pdf");
    int count = RECEIPT.write(target, RowSource.of(lines));
    try (PDDocument document = Loader.loadPDF(target.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(count);
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return IntStream.rangeClosed(1, count)
          .mapToObj(page -> text(document, stripper, page))
          .toList();
    }
  }

  private static String text(PDDocument document, PDFTextStripper stripper, int page) {
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    try {
      return stripper.getText(document).replace('\u00A0', ' ');
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void saysWhoWhereWhenAndWhat() throws IOException {
    List<String> pages =
        pages(
            List.of(
                line(1, Result.LENT, ""),
                line(2, Result.LENT, "Sacoche absente"),
                line(3, Result.REFUSED, "Code inconnu")));
    assertThat(pages).hasSize(1);
    assertThat(pages.get(0))
        .contains(
            "Récapitulatif de séance",
            "Collectivité : Région Grand Est",
            "Établissement : Lycée Banville",
            "Agent : Jeanne Dupré",
            "Séance : mardi 1er décembre 2026, de 9 h 02 à 10 h 02",
            "Heure Étiquette Élève Classe Résultat Remarque",
            "9 h 02 GM000002 Zoé Müller 2nde 3 Remis Sacoche absente",
            "Remis : 2",
            "Refusés : 1",
            "Lectures en tout : 3",
            "Lycée Banville – séance du mardi 1er décembre 2026 Page 1 sur 1")
        .doesNotContain("Rendus");
  }

  @Test
  void everyLineIsOnSomePageUnderTheHeadings() throws IOException {
    List<ReceiptLine> lines =
        IntStream.range(0, 500)
            .mapToObj(i -> line(i, Result.RETURNED, i % 9 == 0 ? "Écran rayé. ".repeat(8) : ""))
            .toList();
    List<String> pages = pages(lines);
    assertThat(pages).hasSizeGreaterThan(8);
    for (int i = 0; i < pages.size(); i++) {
      assertThat(pages.get(i)).contains("Page " + (i + 1) + " sur " + pages.size());
    }
    assertThat(pages.subList(0, pages.size() - 1)).allMatch(page -> page.contains("Résultat"));
    String all = String.join("\n", pages);
    assertThat(lines).allMatch(line -> all.contains(line.code()));
    assertThat(pages.get(pages.size() - 1)).contains("Rendus : 500", "Lectures en tout : 500");
  }

  @Test
  void anEmptySessionHasItsReceipt() throws IOException {
    assertThat(pages(List.of()).get(0)).contains("Lectures en tout : 0");
  }

  @Test
  void aFailureLeavesNoFile() {
    assertThatThrownBy(
            () ->
                RECEIPT.<SQLException>write(
                    folder.resolve("recapitulatif.pdf"),
                    sink -> {
                      sink.accept(line(1, Result.LENT, ""));
                      throw new SQLException("cursor lost");
                    }))
        .isInstanceOf(SQLException.class);
    assertThat(folder).isEmptyDirectory();
  }
}
