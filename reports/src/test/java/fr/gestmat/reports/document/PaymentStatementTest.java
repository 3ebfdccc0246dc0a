package fr.gestmat.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.reports.tagged.Tags;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDArtifactMarkedContent;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement on paper says who deducts what, over as many pages as it needs. */
class PaymentStatementTest {

  @TempDir private Path folder;

  @Test
  void holds_every_line_and_its_totals() throws Exception {
    Path file = folder.resolve("etat.pdf");

    long written = statement().write(file);

    assertThat(written).isEqualTo(60);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr-FR");
      assertThat(document.getDocumentInformation().getTitle()).contains("EV-2026-0007");
      assertThat(new PDFTextStripper().getText(document).replaceAll("[ \u00a0]+", " "))
          .contains("Élève Classe Régime Nature Jours Taux À déduire")
          .contains("Arrêté le", "dimanche 10 janvier 2027")
          .contains("NOM59 Prénom")
          .contains("-1 234,50 €")
          .contains("50 %")
          .contains("535,50 €")
          .contains("Page 2 sur 2");
    }
  }

  @Test
  void a_screen_reader_finds_its_title_and_the_heading_of_each_cell() throws Exception {
    Path file = folder.resolve("etat.pdf");
    statement().write(file);

    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
          .contains("<pdfuaid:part>1</pdfuaid:part>", "EV-2026-0007");
      var tree = catalog.getStructureTreeRoot();
      assertThat(Tags.of(tree)).startsWith("Document", "H1", "P", "P", "P", "P", "Table", "TR");
      assertThat(Tags.of(tree)).endsWith("TD", "P");
      assertThat(Tags.named(tree, "Table")).as("one table over two pages").hasSize(1);
      List<PDStructureElement> rows = Tags.named(tree, "TR");
      assertThat(rows).as("the headings once, and each line").hasSize(61);
      assertThat(Tags.of(rows.get(0))).hasSize(7).containsOnly("TH");
      assertThat(rows.subList(1, 61)).allMatch(row -> Tags.of(row).size() == 7);
      assertThat(Tags.of(rows.get(60))).containsOnly("TD");
      assertThat(Tags.named(tree, "TH"))
          .allMatch(
              cell ->
                  ((PDTableAttributeObject) cell.getAttributes().getObject(0))
                      .getScope()
                      .equals("Column"));
      assertThat(tree.getParentTree().getNumbers()).hasSize(document.getNumberOfPages());
    }
  }

  @Test
  void every_mark_on_its_pages_is_in_the_tree_or_decoration() throws Exception {
    Path file = folder.resolve("etat.pdf");
    statement().write(file);

    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      for (PDPage page : document.getPages()) {
        PDFMarkedContentExtractor marks = new PDFMarkedContentExtractor();
        marks.processPage(page);
        assertThat(marks.getMarkedContents())
            .isNotEmpty()
            .allMatch(mark -> mark instanceof PDArtifactMarkedContent || mark.getMCID() >= 0);
        assertThat(marks.getMarkedContents().stream().filter(mark -> mark.getMCID() >= 0))
            .extracting(PDMarkedContent::getMCID)
            .doesNotHaveDuplicates();
      }
    }
  }

  private static PaymentStatement statement() {
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
    return new PaymentStatement(
        "État de versement EV-2026-0007",
        "Département de la Sarne",
        "Collège des Deux Rives (0990421T)",
        "Année scolaire 2026-2027, 2e trimestre",
        Instant.parse("2027-01-10T09:00:00Z"),
        rows,
        List.of(
            new Fact(
                "Total à déduire des factures", PaymentStatement.euros(new BigDecimal("535.50")))),
        ZoneId.of("Europe/Paris"));
  }
}
