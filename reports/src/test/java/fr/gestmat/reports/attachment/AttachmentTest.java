package fr.gestmat.reports.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a family may send. */
class AttachmentTest {

  private static final HeicDecoder NONE = new HeicDecoder(Optional.empty());

  @TempDir private Path folder;

  private Path picture(String format) throws IOException {
    Path file = folder.resolve("picture." + format);
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, file.toFile());
    return file;
  }

  private Attachment take(Path file, String name) throws Exception {
    return Attachment.of(file, name, NONE, folder.resolve("work"));
  }

  private AttachmentProblem problem(Path file, String name) {
    AttachmentException refused =
        catchThrowableOfType(AttachmentException.class, () -> take(file, name));
    return refused == null ? null : refused.problem();
  }

  private Path bytes(byte... content) throws IOException {
    return Files.write(folder.resolve("bytes"), content);
  }

  private Path text(String content) throws IOException {
    return bytes(content.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  @DisplayName("M-G01 M-M08 PDF, JPEG, PNG and HEIC are taken, and the bytes say which it is")
  void theBytesDecide() throws Exception {
    Attachment jpeg = take(picture("jpg"), "avis.pdf");
    assertThat(jpeg.kind()).isEqualTo(AttachmentKind.JPEG);
    assertThat(jpeg.name()).isEqualTo("avis.jpg");
    assertThat(take(picture("png"), "IMG_1.PNG").kind()).isEqualTo(AttachmentKind.PNG);
    Attachment pdf = take(Pdfs.plain(folder.resolve("a.pdf"), 3), "Avis 2025.pdf");
    assertThat(pdf.kind()).isEqualTo(AttachmentKind.PDF);
    assertThat(pdf.pages()).isEqualTo(3);
    Attachment heic = take(text("\0\0\0\u0018ftypheic\0\0\0\0mif1heic and so on"), "IMG_1.HEIC");
    assertThat(heic.kind()).isEqualTo(AttachmentKind.HEIC);
    assertThat(heic.name()).isEqualTo("IMG_1.heic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><script>alert(1)</script></html>",
        "MZ\u0090\0\u0003\0\0\0",
        "#!/bin/sh\nrm -rf /",
        "PK\u0003\u0004 a spreadsheet",
        "GIF89a",
        "\0\0\0\u001cftypavif\0\0\0\0avifmif1heic",
        "\0\0\0\u0018ftypisom\0\0\0\0mp42"
      })
  @DisplayName("M-G02 other bytes are refused, whatever the name says")
  void otherBytesAreRefused(String content) throws IOException {
    assertThat(problem(text(content), "payload.pdf")).isEqualTo(AttachmentProblem.UNKNOWN_KIND);
  }

  @Test
  @DisplayName(
      "M-G01 M-M09 an empty file and one byte above 10 MB are refused, exactly 10 MB is not")
  void sizes() throws Exception {
    assertThat(problem(bytes(), "avis.pdf")).isEqualTo(AttachmentProblem.EMPTY);
    Path full = picture("jpg");
    try (RandomAccessFile file = new RandomAccessFile(full.toFile(), "rw")) {
      file.setLength(Attachment.MOST_BYTES);
    }
    assertThat(take(full, "photo.jpg").kind()).isEqualTo(AttachmentKind.JPEG);
    try (RandomAccessFile file = new RandomAccessFile(full.toFile(), "rw")) {
      file.setLength(Attachment.MOST_BYTES + 1);
    }
    assertThat(problem(full, "photo.jpg")).isEqualTo(AttachmentProblem.TOO_LARGE);
  }

  @Test
  void aPdfThatAsksForMoreMemoryThanThereIsIsRefused() throws Exception {
    Path huge =
        Pdfs.write(
            folder.resolve("huge.pdf"),
            1,
            document ->
                document
                    .getPage(0)
                    .getResources()
                    .add(
                        new PDImageXObject(
                            document,
                            new ByteArrayInputStream(new byte[100]),
                            COSName.FLATE_DECODE,
                            40_000,
                            40_000,
                            8,
                            PDDeviceRGB.INSTANCE)));

    assertThat(problem(huge, "huge.pdf")).isEqualTo(AttachmentProblem.DAMAGED);
  }

  @Test
  void whatCannotBeReadIsSaid() throws Exception {
    assertThat(problem(text("%PDF-1.7 and nothing of one"), "a.pdf"))
        .isEqualTo(AttachmentProblem.DAMAGED);
    assertThat(problem(text("\u00ff\u00d8\u00ff garbage"), "a.jpg"))
        .isEqualTo(AttachmentProblem.DAMAGED);
    assertThat(problem(Pdfs.locked(folder.resolve("l.pdf"), "secret"), "l.pdf"))
        .isEqualTo(AttachmentProblem.PASSWORD);
    assertThat(problem(Pdfs.plain(folder.resolve("long.pdf"), 101), "long.pdf"))
        .isEqualTo(AttachmentProblem.PAGES);
  }

  @Test
  void aLetterThatIsOnlyLockedAgainstChangesIsTaken() throws Exception {
    assertThat(take(Pdfs.locked(folder.resolve("l.pdf"), ""), "l.pdf").pages()).isEqualTo(1);
  }

  @Test
  void aPictureOfABillionPixelsIsRefusedUnopened() throws Exception {
    byte[] bomb = Files.readAllBytes(picture("png"));
    // Width and height of the header chunk: 40,000 by 40,000. Its checksum is wrong then, as it
    // may.
    bomb[18] = (byte) 0x9C;
    bomb[19] = 0x40;
    bomb[22] = (byte) 0x9C;
    bomb[23] = 0x40;
    assertThat(problem(bytes(bomb), "a.png")).isEqualTo(AttachmentProblem.TOO_MANY_PIXELS);
  }

  @ParameterizedTest
  @CsvSource({
    "malware.jpg.php, WRONG_EXTENSION",
    "avis.exe, WRONG_EXTENSION",
    "avis.pdf.html, WRONG_EXTENSION",
    "avis, NO_EXTENSION",
    "avis., NO_EXTENSION",
    "'', NO_EXTENSION"
  })
  @DisplayName("M-M08 names that end like something else are refused")
  void endings(String name, AttachmentProblem problem) throws IOException {
    assertThat(problem(picture("jpg"), name)).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "file.php.pdf, file_php.pdf",
    "../../../etc/passwd.pdf, passwd.pdf",
    "C:\\Users\\moi\\Avis.PDF, Avis.pdf",
    "'<img src=x onerror=alert(1)>.pdf', img src_x onerror_alert(1).pdf",
    "'=cmd|calc.pdf', cmd_calc.pdf",
    "'avis d''impôt n° 1.pdf', avis d_impôt n° 1.pdf",
    "'a\u202Efdp.exe.pdf', afdp_exe.pdf",
    "'  .pdf', document.pdf",
    "'.pdf', document.pdf",
    "'a\tb\nc.pdf', abc.pdf"
  })
  @DisplayName("M-G09 M-M08 a name is made harmless")
  void names(String sent, String kept) {
    assertThat(AttachmentName.of(sent, AttachmentKind.PDF)).isEqualTo(kept);
  }

  @Test
  @DisplayName("M-G09 a name is cut at 100 characters and never used twice")
  void longAndSameNames() {
    String kept = AttachmentName.of("x".repeat(300) + ".pdf", AttachmentKind.PDF);
    assertThat(kept).hasSize(100).endsWith("x.pdf");
    assertThat(AttachmentName.distinct("avis.pdf", List.of("AVIS.pdf"))).isEqualTo("avis (2).pdf");
    assertThat(AttachmentName.distinct("avis.pdf", List.of("avis.pdf", "avis (2).pdf")))
        .isEqualTo("avis (3).pdf");
    assertThat(AttachmentName.distinct(kept, List.of(kept))).hasSize(100).endsWith("x (2).pdf");
    assertThat(
            AttachmentName.of(
                "é".repeat(60) + "\uD83D\uDE00".repeat(60) + ".pdf", AttachmentKind.PDF))
        .satisfies(
            name ->
                assertThat(name.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue());
  }
}
