package fr.gestmat.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.reports.agreement.ScannedPages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that ask for much are refused by counting; what is scanned is taken. */
class PdfFileTest {

  private static final int A4_AT_600 = 4_960 * 7_016 * 3;

  /** A change that may fail. */
  @FunctionalInterface
  private interface Change {
    void to(PDDocument document, PDPage page) throws IOException;
  }

  private static byte[] pdf(Change change) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      page.setResources(new PDResources());
      document.addPage(page);
      change.to(document, page);
      document.save(out);
    }
    return out.toByteArray();
  }

  /** Written bit by bit, so that the test needs no more memory than the code. */
  private static byte[] deflated(String pattern, long bytes) throws IOException {
    byte[] some = pattern.repeat(1_000_000 / pattern.length()).getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream in = new DeflaterOutputStream(out)) {
      for (long left = bytes; left > 0; left -= some.length) {
        in.write(some, 0, (int) Math.min(left, some.length));
      }
    }
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream in = new DeflaterOutputStream(out)) {
      in.write(content);
    }
    return out.toByteArray();
  }

  private static COSArray names(COSName... names) {
    COSArray all = new COSArray();
    for (COSName name : names) {
      all.add(name);
    }
    return all;
  }

  private static COSStream raw(PDDocument document, COSBase filter, byte[] content)
      throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createRawOutputStream()) {
      out.write(content);
    }
    stream.setItem(COSName.FILTER, filter);
    return stream;
  }

  private static byte[] content(COSBase filter, byte[] content) throws IOException {
    return pdf((document, page) -> page.setContents(new PDStream(raw(document, filter, content))));
  }

  private static byte[] image(COSBase filter, byte[] content, int width, int height)
      throws IOException {
    return pdf(
        (document, page) ->
            page.getResources()
                .add(
                    new PDImageXObject(
                        document,
                        new ByteArrayInputStream(content),
                        filter,
                        width,
                        height,
                        8,
                        PDDeviceRGB.INSTANCE)));
  }

  private static void isTooMuch(byte[] file) {
    assertThat(file.length).isLessThan(2_000_000);
    assertThatThrownBy(() -> PdfFile.open(file)).isInstanceOf(TooMuchException.class);
  }

  private static void isTaken(byte[] file) throws IOException {
    try (PDDocument document = PdfFile.open(file)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
  }

  @Test
  void a_stream_that_swells_is_refused() throws Exception {
    isTooMuch(content(COSName.FLATE_DECODE, deflated(" ", 17_000_000)));
    isTooMuch(image(COSName.FLATE_DECODE, deflated(" ", 106_000_000), 5_000, 7_000));
  }

  @Test
  void a_stream_that_swells_twice_is_refused() throws Exception {
    byte[] twice = deflated(deflated(" ", 17_000_000));
    isTooMuch(content(names(COSName.FLATE_DECODE, COSName.FLATE_DECODE), twice));
    byte[] hex = hex(deflated(" ", 17_000_000));
    isTooMuch(content(names(COSName.ASCII_HEX_DECODE, COSName.FLATE_DECODE), hex));
    COSName flate = COSName.FLATE_DECODE;
    isTooMuch(content(names(flate, flate, flate, flate), deflated(" ", 10)));
  }

  @Test
  void a_stream_of_many_objects_is_refused() throws Exception {
    isTooMuch(content(COSName.FLATE_DECODE, deflated("[]", 5_000_000)));
  }

  @Test
  void a_page_that_calls_itself_a_picture_is_refused() throws Exception {
    isTooMuch(
        pdf(
            (document, page) -> {
              COSStream stream = raw(document, COSName.FLATE_DECODE, deflated("[]", 20_000_000));
              stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
              page.setContents(new PDStream(stream));
            }));
  }

  @Test
  void many_streams_that_each_pass_are_refused_together() throws Exception {
    byte[] one = deflated(" ", 100_000_000);
    isTooMuch(
        pdf(
            (document, page) -> {
              for (int i = 0; i < 7; i++) {
                page.getResources()
                    .add(
                        new PDImageXObject(
                            document,
                            new ByteArrayInputStream(one),
                            COSName.FLATE_DECODE,
                            4_960,
                            7_016,
                            8,
                            PDDeviceRGB.INSTANCE));
              }
            }));
  }

  @Test
  void a_picture_of_too_many_points_is_refused_whoever_says_so() throws Exception {
    isTooMuch(image(COSName.FLATE_DECODE, deflated(" ", 10), 40_000, 40_000));
    byte[] jpeg =
        pdf(
            (document, page) ->
                page.getResources()
                    .add(
                        JPEGFactory.createFromImage(
                            document, new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB))));
    isTaken(jpeg);
    isTooMuch(withFrame(jpeg, 40_000));
  }

  /** The same with another size in the head of its JPEG. */
  private static byte[] withFrame(byte[] pdf, int side) {
    byte[] changed = pdf.clone();
    for (int i = 0; i < changed.length - 9; i++) {
      if ((changed[i] & 0xFF) == 0xFF && (changed[i + 1] & 0xFF) == 0xC0 && changed[i + 4] == 8) {
        changed[i + 5] = (byte) (side >> 8);
        changed[i + 6] = (byte) side;
        changed[i + 7] = (byte) (side >> 8);
        changed[i + 8] = (byte) side;
      }
    }
    return changed;
  }

  @Test
  void a_row_without_end_is_refused() throws Exception {
    isTooMuch(
        pdf(
            (document, page) -> {
              COSStream stream = raw(document, COSName.FLATE_DECODE, deflated(" ", 100));
              COSDictionary rows = new COSDictionary();
              rows.setItem(COSName.PREDICTOR, COSInteger.get(15));
              rows.setItem(COSName.COLUMNS, COSInteger.get(1_000_000_000));
              stream.setItem(COSName.DECODE_PARMS, rows);
              page.setContents(new PDStream(stream));
            }));
  }

  /** A catalog and a page in a stream of objects, with a table that says so. */
  private static byte[] objects(String filter, byte[] stream, boolean table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("%PDF-1.5\n".getBytes(StandardCharsets.US_ASCII));
    int holder = out.size();
    out.write(
        ("4 0 obj\n<</Type/ObjStm/N 3/First 15/Length "
                + stream.length
                + "/Filter"
                + filter
                + ">>\nstream\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.write(stream);
    out.write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
    if (table) {
      int at = out.size();
      byte[] entries = {
        0,
        0,
        0,
        0,
        0,
        0,
        2,
        0,
        0,
        0,
        4,
        0,
        2,
        0,
        0,
        0,
        4,
        1,
        2,
        0,
        0,
        0,
        4,
        2,
        1,
        0,
        0,
        0,
        (byte) holder,
        0,
        1,
        0,
        (byte) (at >> 16),
        (byte) (at >> 8),
        (byte) at,
        0
      };
      out.write(
          ("5 0 obj\n<</Type/XRef/Size 6/W[1 4 1]/Root 1 0 R/Length " + entries.length + ">>\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write("stream\n".getBytes(StandardCharsets.US_ASCII));
      out.write(entries);
      out.write(
          ("\nendstream\nendobj\nstartxref\n" + at + "\n%%EOF\n")
              .getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }

  private static byte[] held(int blanks) throws IOException {
    String catalog = "<</Type/Catalog/Pages 2 0 R>>";
    String pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    String page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>";
    String head = "1 0 2 30 3 66  ";
    String all = head + catalog + " " + pages + " " + page;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream in = new DeflaterOutputStream(out)) {
      in.write(all.getBytes(StandardCharsets.US_ASCII));
      byte[] blank = " ".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < blanks; i += blank.length) {
        in.write(blank);
      }
    }
    return out.toByteArray();
  }

  private static byte[] hex(byte[] content) {
    return HexFormat.of().formatHex(content).getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void objects_that_swell_are_refused() throws Exception {
    isTaken(objects("/FlateDecode", held(0), true));
    isTooMuch(objects("/FlateDecode", held(9_000_000), true));
    isTaken(objects("[/ASCIIHexDecode/FlateDecode]", hex(held(0)), true));
    isTooMuch(objects("[/ASCIIHexDecode/FlateDecode]", hex(held(9_000_000)), true));
  }

  @Test
  void objects_that_are_searched_for_are_counted_or_not_searched_for() throws Exception {
    isTaken(objects("/FlateDecode", held(0), false));
    isTooMuch(objects("/FlateDecode", held(106_000_000), false));
    String chain = "[/ASCIIHexDecode/FlateDecode]";
    assertThat(PdfBytes.check(objects(chain, hex(held(0)), false))).isFalse();
    assertThatThrownBy(() -> PdfFile.open(objects(chain, hex(held(0)), false)))
        .isInstanceOf(IOException.class);
    byte[] encrypted = "%PDF trailer <</Encr#79pt 5 0 R>>".getBytes(StandardCharsets.US_ASCII);
    assertThat(PdfBytes.check(encrypted)).isFalse();
  }

  @Test
  void what_is_scanned_is_taken() throws Exception {
    isTaken(image(COSName.FLATE_DECODE, deflated(" ", A4_AT_600), 4_960, 7_016));
    isTaken(
        pdf(
            (document, page) -> {
              AccessPermission none = new AccessPermission();
              none.setCanModify(false);
              document.protect(new StandardProtectionPolicy("owner", "", none));
            }));
  }

  private static void draw(byte[] file) throws IOException {
    try (PDDocument document = PdfFile.open(file)) {
      new BoundedRenderer(document).renderImageWithDPI(0, 20);
    }
  }

  /** Drawings that each draw the next one some times. */
  private static byte[] nested(int levels, int times) throws IOException {
    return pdf(
        (document, page) -> {
          byte[] nothing = "0 0 m\n".getBytes(StandardCharsets.US_ASCII);
          PDFormXObject inner = form(document, nothing);
          for (int i = 1; i < levels; i++) {
            COSName name = COSName.getPDFName("F");
            PDFormXObject outer =
                form(document, "/F Do\n".repeat(times).getBytes(StandardCharsets.US_ASCII));
            outer.getResources().put(name, inner);
            inner = outer;
          }
          page.getResources().put(COSName.getPDFName("F"), inner);
          page.setContents(
              new PDStream(
                  document, new ByteArrayInputStream("/F Do".getBytes(StandardCharsets.US_ASCII))));
        });
  }

  private static PDFormXObject form(PDDocument document, byte[] drawing) throws IOException {
    PDFormXObject form =
        new PDFormXObject(new PDStream(document, new ByteArrayInputStream(drawing)));
    form.setBBox(new PDRectangle(100, 100));
    form.setResources(new PDResources());
    return form;
  }

  @Test
  void a_page_of_a_stack_that_draws_without_end_is_one_without_a_code(@TempDir Path folder)
      throws Exception {
    Path stack = Files.write(folder.resolve("pile.pdf"), nested(7, 30));
    List<ScannedPages.Found> found = new ArrayList<>();
    assertThat(
            ScannedPages.<IOException>read(
                stack, ScannedPages.Kind.PDF, code -> true, (page, writer) -> found.add(page)))
        .isEqualTo(1);
    assertThat(found).containsExactly(new ScannedPages.Found(1, 1, Optional.empty()));
  }

  @Test
  void drawings_that_draw_each_other_come_to_an_end() throws Exception {
    draw(nested(4, 10));
    assertThatThrownBy(() -> draw(nested(7, 30))).isInstanceOf(TooMuchException.class);
    assertThatThrownBy(() -> draw(nested(20, 1))).isInstanceOf(TooMuchException.class);
  }

  @Test
  void a_picture_within_a_drawing_is_counted_too() throws Exception {
    ByteArrayOutputStream drawing = new ByteArrayOutputStream();
    String picture = "BI /W 9000 /H 9000 /BPC 8 /CS /G /F /Fl ID ";
    drawing.write(picture.getBytes(StandardCharsets.US_ASCII));
    drawing.write(deflated(" ", 1_000));
    drawing.write("\nEI\n".getBytes(StandardCharsets.US_ASCII));
    byte[] file = content(null, drawing.toByteArray());
    assertThatThrownBy(() -> draw(file)).isInstanceOf(TooMuchException.class);
  }
}
