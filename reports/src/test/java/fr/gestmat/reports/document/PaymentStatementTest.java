package fr.gestmat.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement on paper says who deducts what, over as many pages as it needs. */
class PaymentStatementTest {

  @TempDir private Path folder;

  @Test
  void holds_every_line_and_its_totals() throws Exception {
    List<PaymentStatement.Row> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add(
          new PaymentStatement.Row(
              "NOM" + i + " Prénom",
              "4A",
              "Demi-pensionnaire",
              i == 0 ? "Annulation, T1" : "Aide du trimestre, T2",
              "100 sur 100",
              i == 1 ? new BigDecimal("50.00") : null,
              new BigDecimal(i == 0 ? "-1234.50" : "30.00"),
              i == 2 ? "Présent une partie du trimestre, montant au prorata des jours" : ""));
    }
    Path file = folder.resolve("etat.pdf");

    long written =
        new PaymentStatement(
                "État de versement EV-2026-0007",
                "Département de la Sarne",
                "Collège des Deux Rives (0990421T)",
                "Année scolaire 2026-2027, 2e trimestre",
                Instant.parse("2027-01-10T09:00:00Z"),
                rows,
                List.of(
                    new Fact(
                        "Total à déduire des factures",
                        PaymentStatement.euros(new BigDecimal("535.50")))),
                ZoneId.of("Europe/Paris"))
            .write(file);

    assertThat(written).isEqualTo(60);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr-FR");
      assertThat(document.getDocumentInformation().getTitle()).contains("EV-2026-0007");
      assertThat(new PDFTextStripper().getText(document).replace('\u00a0', ' '))
          .contains("Arrêté le", "dimanche 10 janvier 2027")
          .contains("NOM59 Prénom")
          .contains("-1 234,50 €")
          .contains("50 %")
          .contains("535,50 €")
          .contains("Page 2 sur 2");
    }
  }
}
