package fr.gestmat.reports.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardSheetsTest {
  @TempDir Path folder;

  @Test
  void every_card_can_be_scanned_from_the_paper() throws Exception {
    List<Card> cards =
        IntStream.range(0, 34)
            .mapToObj(i -> new Card("Élève " + i, "", i == 5 ? "" : "P" + (100_000 + i)))
            .toList();
    int written =
        new CardSheets("Classes", "Lycée", 3, 68)
            .write(
                folder.resolve("cartes.pdf"),
                List.of(
                    new CardGroup("2nde A", "Scannez l'élève, puis son matériel.", cards),
                    new CardGroup("2nde B", "", cards.subList(0, 2))));
    assertThat(written).isEqualTo(36);
    try (PDDocument document = Loader.loadPDF(folder.resolve("cartes.pdf").toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
      assertThat(new PDFTextStripper().getText(document))
          .contains("2nde A", "Scannez l'élève, puis son matériel.", "Élève 5", "Page 3 sur 3");
      List<String> read = new ArrayList<>();
      for (int page = 0; page < 3; page++) {
        read.addAll(codes(new PDFRenderer(document).renderImageWithDPI(page, 300, ImageType.GRAY)));
      }
      List<String> expected =
          new ArrayList<>(cards.stream().map(Card::code).filter(code -> !code.isEmpty()).toList());
      expected.addAll(List.of("P100000", "P100001"));
      assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** What a scanner reads, column by column and line by line. */
  private static List<String> codes(BufferedImage page) {
    List<String> found = new ArrayList<>();
    int margin = 40 * 300 / 72;
    int width = (page.getWidth() - 2 * margin) / 3;
    for (int column = 0; column < 3; column++) {
      String last = "";
      for (int y = 0; y + 8 < page.getHeight(); y += 8) {
        String read = scan(page.getSubimage(margin + column * width, y, width, 8));
        if (!read.isEmpty() && !read.equals(last)) {
          found.add(read);
        }
        last = read.isEmpty() ? last : read;
      }
    }
    return found;
  }

  private static String scan(BufferedImage strip) {
    try {
      Result result =
          new Code128Reader()
              .decode(
                  new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(strip))),
                  Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.CODE_128)));
      return result.getText();
    } catch (NotFoundException | FormatException e) {
      return "";
    }
  }
}
