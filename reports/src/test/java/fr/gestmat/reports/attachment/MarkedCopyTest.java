package fr.gestmat.reports.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedCopyTest {

  private static final String MARK =
      "Copie pour l’aide à la restauration, Département de la Sarne, 27/11/2026";

  @TempDir private Path folder;

  private Attachment attachment(Path file) throws IOException, AttachmentException {
    return Attachment.of(
        file, file.getFileName().toString(), HeicDecoder.of(Map.of()), folder.resolve("work"));
  }

  private BufferedImage marked(Path file) throws IOException, AttachmentException {
    Attachment copy = attachment(file).marked(MARK, folder.resolve("marked"));
    assertThat(AttachmentKind.of(copy.content())).contains(AttachmentKind.JPEG);
    assertThat(copy.kind()).isEqualTo(AttachmentKind.JPEG);
    assertThat(copy.name()).endsWith(".jpg");
    assertThat(copy.pages()).isEqualTo(1);
    return ImageIO.read(copy.content().toFile());
  }

  private Path picture(String name, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    Path file = folder.resolve(name);
    ImageIO.write(image, name.substring(name.indexOf('.') + 1), file.toFile());
    return file;
  }

  /** The part of the points that are no longer white, of a square of a grid of four by four. */
  private static double inked(BufferedImage image, int column, int row) {
    int width = image.getWidth() / 4;
    int height = image.getHeight() / 4;
    int inked = 0;
    for (int x = column * width; x < (column + 1) * width; x++) {
      for (int y = row * height; y < (row + 1) * height; y++) {
        inked += (image.getRGB(x, y) & 0xFF) < 200 ? 1 : 0;
      }
    }
    return (double) inked / (width * height);
  }

  @ParameterizedTest
  @DisplayName(
      "M-G12 the words are across every part of the picture, and the picture is still seen")
  @CsvSource({
    "carte.png, 1000, 630",
    "carte.jpg, 4000, 3000",
    "passeport.png, 700, 1600",
    "petit.png, 320, 200"
  })
  void the_words_are_everywhere(String name, int width, int height) throws Exception {
    BufferedImage copy = marked(picture(name, width, height));

    for (int column = 0; column < 4; column++) {
      for (int row = 0; row < 4; row++) {
        assertThat(inked(copy, column, row))
            .as("column %s, row %s", column, row)
            .isBetween(0.02, 0.5);
      }
    }
    assertThat(Math.max(copy.getWidth(), copy.getHeight())).isLessThanOrEqualTo(1_600);
  }

  @Test
  @DisplayName("M-G12 the pages of a PDF become one picture, one below the other")
  void pages_become_a_picture() throws Exception {
    BufferedImage one = marked(Pdfs.plain(folder.resolve("un.pdf"), 1));
    BufferedImage two = marked(Pdfs.plain(folder.resolve("deux.pdf"), 2));

    assertThat(two.getWidth()).isEqualTo(one.getWidth());
    assertThat(two.getHeight()).isEqualTo(2 * one.getHeight());
  }

  @Test
  @DisplayName("M-G12 nothing of the file but its picture is in the copy")
  void nothing_else_of_the_file() throws Exception {
    Path file = picture("carte.jpg", 400, 300);
    Files.write(
        file,
        "hidden behind the picture".getBytes(StandardCharsets.US_ASCII),
        java.nio.file.StandardOpenOption.APPEND);

    Attachment copy = attachment(file).marked(MARK, folder.resolve("marked"));

    assertThat(new String(Files.readAllBytes(copy.content()), StandardCharsets.ISO_8859_1))
        .doesNotContain("hidden");
  }

  @Test
  void a_copy_has_four_pages_at_most() throws Exception {
    Attachment five = attachment(Pdfs.plain(folder.resolve("cinq.pdf"), 5));

    assertThatThrownBy(() -> five.marked(MARK, folder.resolve("marked")))
        .isInstanceOfSatisfying(
            AttachmentException.class,
            e -> assertThat(e.problem()).isEqualTo(AttachmentProblem.COPY_PAGES));
  }

  @Test
  void drawings_within_drawings_without_end_are_not_drawn() throws Exception {
    Path deep =
        Pdfs.write(
            folder.resolve("deep.pdf"),
            1,
            document -> {
              PDPage page = document.getPage(0);
              PDFormXObject inner = form(document, "0 0 m");
              for (int i = 0; i < 20; i++) {
                PDFormXObject outer = form(document, "/F Do");
                outer.getResources().put(COSName.getPDFName("F"), inner);
                inner = outer;
              }
              page.getResources().put(COSName.getPDFName("F"), inner);
              page.setContents(form(document, "/F Do").getStream());
            });
    Attachment taken = attachment(deep);

    assertThatThrownBy(() -> taken.marked(MARK, folder.resolve("marked")))
        .isInstanceOfSatisfying(
            AttachmentException.class,
            e -> assertThat(e.problem()).isEqualTo(AttachmentProblem.DAMAGED));
  }

  private static PDFormXObject form(PDDocument document, String drawing) throws IOException {
    byte[] bytes = drawing.getBytes(StandardCharsets.US_ASCII);
    PDFormXObject form = new PDFormXObject(new PDStream(document, new ByteArrayInputStream(bytes)));
    form.setBBox(new PDRectangle(100, 100));
    form.setResources(new PDResources());
    return form;
  }

  @Test
  void what_cannot_be_drawn_here_is_not_kept_unmarked() throws Exception {
    Attachment heic =
        new Attachment(AttachmentKind.HEIC, "carte.heic", folder.resolve("carte.heic"), 1);

    assertThatThrownBy(() -> heic.marked(MARK, folder.resolve("marked")))
        .isInstanceOfSatisfying(
            AttachmentException.class,
            e -> assertThat(e.problem()).isEqualTo(AttachmentProblem.CANNOT_BE_DRAWN));
    assertThat(folder.resolve("marked")).doesNotExist();
  }
}
