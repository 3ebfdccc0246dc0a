package fr.gestmat.reports.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paper that goes out and comes back: what is printed is found again on a scan of it. */
class AgreementPaperTest {

  @TempDir private Path folder;

  private static AgreementSheet sheet(String code, int paragraphs) {
    return new AgreementSheet(
        "CV-" + code,
        "CS-" + code,
        List.of("Région d'essai", "Lycée d'ici"),
        "Convention de prêt",
        "L'élève prend soin de l'ordinateur et le rend à la fin de sa scolarité.\n\n"
            .repeat(paragraphs),
        List.of(new AgreementSheet.Line("T-000123", "Portable 14", "Chargeur", "549,90 €")),
        List.of("Note de l'établissement."),
        List.of(
            new AgreementSheet.Box("Élève", "Date et signature"),
            new AgreementSheet.Box("Responsable légal", "Date et signature")),
        "Ada Essai, TG3");
  }

  private Path print(AgreementSheet... sheets) throws IOException {
    Path file = folder.resolve("c.pdf");
    int printed =
        AgreementPdf.<IOException>write(
            file,
            "Conventions",
            sink -> {
              for (AgreementSheet sheet : sheets) {
                sink.accept(sheet);
              }
            });
    assertThat(printed).isEqualTo(sheets.length);
    return file;
  }

  private static List<String> codes(Path file) throws IOException {
    List<String> codes = new ArrayList<>();
    ScannedPages.<IOException>read(
        file,
        ScannedPages.Kind.of(file).orElseThrow(),
        text -> text.startsWith("C"),
        (page, writer) -> codes.add(page.code().orElse("-")));
    return codes;
  }

  @Test
  void a_stack_is_told_apart_page_by_page() throws IOException {
    Path stack = print(sheet("AAAA1111222", 3), sheet("BBBB1111222", 60));

    assertThat(codes(stack))
        .containsExactly("CS-AAAA1111222", "CV-BBBB1111222", "CV-BBBB1111222", "CS-BBBB1111222");
  }

  @Test
  void a_page_says_what_is_lent_and_who_signs() throws IOException {
    try (PDDocument document = Loader.loadPDF(print(sheet("AAAA1111222", 3)).toFile())) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("Convention de prêt")
          .contains("T-000123")
          .contains("Chargeur")
          .contains("549,90")
          .contains("Note de l'établissement.")
          .contains("Responsable légal")
          .contains("CS-AAAA1111222")
          .contains("Page 1 sur 1");
    }
  }

  @ParameterizedTest(name = "{0} degrees, {1} dpi, noise {2}")
  @CsvSource({"0,150,0", "1.5,200,3", "-2,200,3", "90,200,0", "180,200,3", "270,150,0"})
  void a_page_scanned_askew_or_upside_down_is_read(double degrees, int dpi, int noise)
      throws IOException {
    Path scan = folder.resolve("scan.jpg");
    try (PDDocument document = Loader.loadPDF(print(sheet("AAAA1111222", 3)).toFile())) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
      ImageIO.write(turned(page, degrees, noise), "jpg", scan.toFile());
    }

    assertThat(codes(scan)).containsExactly("CS-AAAA1111222");
  }

  private static BufferedImage turned(BufferedImage page, double degrees, int noise) {
    boolean lying = Math.abs(degrees) % 180 == 90;
    int width = lying ? page.getHeight() : page.getWidth();
    int height = lying ? page.getWidth() : page.getHeight();
    BufferedImage scan = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D canvas = scan.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    canvas.translate(width / 2.0, height / 2.0);
    canvas.rotate(Math.toRadians(degrees));
    canvas.drawImage(page, -page.getWidth() / 2, -page.getHeight() / 2, null);
    canvas.dispose();
    Random random = new Random(7);
    for (int i = 0; i < width * height * noise / 1000; i++) {
      scan.setRGB(random.nextInt(width), random.nextInt(height), random.nextBoolean() ? 0 : -1);
    }
    return scan;
  }

  @Test
  void a_page_without_a_code_is_handed_over_all_the_same_and_can_be_kept() throws IOException {
    Path page = folder.resolve("blank.png");
    ImageIO.write(new BufferedImage(800, 1100, BufferedImage.TYPE_BYTE_GRAY), "png", page.toFile());
    Path kept = Files.createTempFile(folder, "kept", "");

    ScannedPages.<IOException>read(
        page,
        ScannedPages.Kind.PNG,
        text -> true,
        (found, writer) -> {
          assertThat(found.code()).isEqualTo(Optional.empty());
          writer.to(kept);
        });

    assertThat(kept).hasSameBinaryContentAs(page);
  }

  @Test
  void a_page_of_a_stack_becomes_a_file_of_its_own() throws IOException {
    Path kept = Files.createTempFile(folder, "kept", ".pdf");
    Path stack = print(sheet("AAAA1111222", 3), sheet("BBBB1111222", 3));
    ScannedPages.<IOException>read(
        stack,
        ScannedPages.Kind.PDF,
        text -> true,
        (found, writer) -> {
          if (found.number() == 2) {
            writer.to(kept);
          }
        });

    assertThat(codes(kept)).containsExactly("CS-BBBB1111222");
  }

  @Test
  void the_bytes_decide_what_a_file_is() throws IOException {
    Path file = folder.resolve("convention.pdf");
    Files.write(file, "<html>".getBytes(StandardCharsets.UTF_8));
    assertThat(ScannedPages.Kind.of(file)).isEmpty();

    Files.write(file, "%PDF-1.7 and nothing more".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> codes(file)).isInstanceOf(IOException.class);

    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0});
    assertThatThrownBy(() -> codes(file)).isInstanceOf(IOException.class);
  }

  @Test
  void a_drawn_signature_is_a_picture_with_something_on_it() throws IOException {
    BufferedImage canvas = new BufferedImage(600, 200, BufferedImage.TYPE_INT_ARGB);
    assertThat(DrawnSignature.clean(png(canvas))).isEmpty();
    Graphics2D pen = canvas.createGraphics();
    pen.setColor(Color.BLACK);
    pen.drawLine(20, 150, 500, 40);
    pen.dispose();

    assertThat(DrawnSignature.clean(png(canvas))).isPresent();
    assertThat(DrawnSignature.clean("GIF89a, says the browser".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(DrawnSignature.clean(new byte[DrawnSignature.MOST_BYTES + 1])).isEmpty();
    byte[] cut = png(canvas);
    assertThat(DrawnSignature.clean(java.util.Arrays.copyOf(cut, cut.length / 2))).isEmpty();
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}
