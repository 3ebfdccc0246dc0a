package fr.gestmat.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import fr.gestmat.reports.spreadsheet.RowSource;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slip can be read by a person and by a scanner. */
class TransferSlipTest {

  private static final int DOTS_PER_INCH = 200;

  @TempDir private Path folder;

  @Test
  void names_both_ends_all_devices_and_carries_its_code_in_bars() throws Exception {
    List<TransferSlip.Row> rows = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      rows.add(new TransferSlip.Row("GM00" + (1000 + i), "SN" + i, "Portable 14"));
    }
    Path file = folder.resolve("slip.pdf");
    int pages =
        new TransferSlip(
                "TR-0000051",
                "Lycée d'ici",
                "Lycée de là-bas",
                Instant.parse("2026-11-23T09:42:00Z"),
                "Max Responsable",
                "Deux cartons",
                ZoneId.of("Europe/Paris"))
            .write(file, RowSource.of(rows));

    assertThat(pages).isEqualTo(2);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Bon de transfert TR-0000051")
          .contains("Lycée de là-bas")
          .contains("Deux cartons")
          .contains("GM001000")
          .contains("GM001069")
          .contains("Matériels en tout")
          .contains("Page 2 sur 2");
      var image = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
      // What a person would point a scanner at: the upper right corner.
      var corner =
          image.getSubimage(image.getWidth() / 2, 0, image.getWidth() / 2, image.getHeight() / 6);
      assertThat(
              new MultiFormatReader()
                  .decode(
                      new BinaryBitmap(
                          new HybridBinarizer(new BufferedImageLuminanceSource(corner))),
                      Map.of(DecodeHintType.TRY_HARDER, true))
                  .getText())
          .isEqualTo("TR-0000051");
    }
  }
}
