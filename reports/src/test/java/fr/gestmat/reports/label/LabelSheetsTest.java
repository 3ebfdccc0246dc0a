package fr.gestmat.reports.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import fr.gestmat.reports.label.Unprintable.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSheetsTest {
  private static final int DPI = 300;
  private static final double PIXELS_PER_MILLIMETRE = DPI / 25.4;

  /** Distance and angle: a person moves the telephone until it reads, and so do we. */
  private static final List<double[]> VIEWS =
      List.of(
          new double[] {1.5, 0},
          new double[] {1, 90},
          new double[] {1.5, 30},
          new double[] {2, 200});

  private static final String MODEL = "HP ProBook x360 11 G7 EE";
  private static final String SCHOOL = "Lycée général et technologique Théodore-de-Banville";
  private static final LabelFormat L7160 = LabelFormats.find("avery-l7160").orElseThrow();

  @TempDir Path folder;

  static Stream<Arguments> everyFormatAndSymbology() {
    return LabelFormats.all().stream()
        .flatMap(
            format ->
                Stream.of(Symbology.values()).map(symbology -> Arguments.of(format, symbology)));
  }

  private static Label label(String code) {
    return new Label(code, MODEL, SCHOOL);
  }

  private Path target() {
    return folder.resolve("etiquettes.pdf");
  }

  private Printed print(LabelFormat format, Symbology symbology, List<String> codes)
      throws IOException {
    return LabelSheets.write(
        target(), format, symbology, 1, codes.stream().map(LabelSheetsTest::label).toList());
  }

  /** What a scanner reads on each label of the file, in order, for as many labels as given. */
  private List<String> read(LabelFormat format, Symbology symbology, int first, int count)
      throws IOException {
    List<String> found = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(target().toFile())) {
      PDFRenderer renderer = new PDFRenderer(document);
      BufferedImage page = null;
      for (int i = 0; i < count; i++) {
        int slot = first - 1 + i;
        int position = slot % format.positions();
        if (page == null || position == 0) {
          page = renderer.renderImageWithDPI(slot / format.positions(), DPI, ImageType.GRAY);
        }
        found.add(scan(crop(page, format, position + 1), symbology));
      }
    }
    return found;
  }

  private static BufferedImage crop(BufferedImage page, LabelFormat format, int position) {
    int x = (int) Math.round(format.left(position) * PIXELS_PER_MILLIMETRE);
    int y = (int) Math.round(format.top(position) * PIXELS_PER_MILLIMETRE);
    int width = (int) Math.floor(format.labelWidth() * PIXELS_PER_MILLIMETRE);
    int height = (int) Math.floor(format.labelHeight() * PIXELS_PER_MILLIMETRE);
    return page.getSubimage(
        x, y, Math.min(width, page.getWidth() - x), Math.min(height, page.getHeight() - y));
  }

  private static String scan(BufferedImage image, Symbology symbology) {
    BarcodeFormat expected =
        switch (symbology) {
          case CODE_128 -> BarcodeFormat.CODE_128;
          case DATA_MATRIX -> BarcodeFormat.DATA_MATRIX;
          case QR -> BarcodeFormat.QR_CODE;
        };
    BufferedImage aimed = symbology == Symbology.DATA_MATRIX ? aim(image) : image;
    return Stream.concat(Stream.of(aimed), VIEWS.stream().map(v -> view(aimed, v[0], v[1])))
        .flatMap(seen -> scan(seen, expected).stream())
        .findFirst()
        .orElse("(nothing)");
  }

  private static Optional<String> scan(BufferedImage image, BarcodeFormat expected) {
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
    try {
      Map<DecodeHintType, Object> hints =
          Map.of(
              DecodeHintType.POSSIBLE_FORMATS, List.of(expected), DecodeHintType.TRY_HARDER, true);
      return Optional.of(new MultiFormatReader().decode(bitmap, hints).getText());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  private static BufferedImage view(BufferedImage image, double distance, double degrees) {
    AffineTransform movement = new AffineTransform();
    double size = Math.hypot(image.getWidth(), image.getHeight()) * distance;
    movement.translate(size / 2, size / 2);
    movement.rotate(Math.toRadians(degrees));
    movement.scale(distance, distance);
    movement.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    BufferedImage seen = new BufferedImage((int) size, (int) size, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = seen.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, seen.getWidth(), seen.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, movement, null);
    graphics.dispose();
    return seen;
  }

  /** ZXing looks for a DataMatrix in the middle of the picture: centre it as a person would. */
  private static BufferedImage aim(BufferedImage label) {
    int left = 0;
    while (left < label.getWidth() && isWhite(label, left)) {
      left++;
    }
    int right = left;
    while (right < label.getWidth() && !isWhite(label, right)) {
      right++;
    }
    int quiet = (int) Math.round(0.5 * PIXELS_PER_MILLIMETRE);
    int start = Math.max(0, left - quiet);
    int end = Math.min(label.getWidth(), right + quiet);
    return label.getSubimage(start, 0, end - start, label.getHeight());
  }

  private static boolean isWhite(BufferedImage image, int column) {
    return IntStream.range(0, image.getHeight())
        .allMatch(row -> (image.getRGB(column, row) & 0xFF) > 128);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyFormatAndSymbology")
  void everyLabelOfAFullPageIsReadBack(LabelFormat format, Symbology symbology) throws IOException {
    // No Code 128 of eight letters and digits fits on 25 mm with its quiet zones.
    String tag = format.labelWidth() < 30 && symbology.isLinear() ? "%06d" : "GE%06d";
    List<String> codes =
        IntStream.range(0, format.positions()).mapToObj(i -> tag.formatted(i * 5279)).toList();
    Printed printed = print(format, symbology, codes);
    assertThat(printed).isEqualTo(new Printed(codes.size(), 1, List.of()));
    assertThat(read(format, symbology, 1, codes.size())).isEqualTo(codes);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyFormatAndSymbology")
  void everyLengthIsReadBackOrRefused(LabelFormat format, Symbology symbology) throws IOException {
    String letters = "aB3~/q-Z9.x_7 M:5+kR@1".repeat(5);
    List<String> codes =
        IntStream.of(1, 2, 3, 5, 8, 12, 16, 20, 30, 40, 60, 80, 100)
            .mapToObj(length -> letters.substring(0, length))
            .filter(code -> !code.endsWith(" "))
            .toList();
    Printed printed = print(format, symbology, codes);
    List<String> fitting = codes.subList(0, printed.labels());
    assertThat(printed.unprintable())
        .as("only the longest are refused")
        .extracting(refused -> refused.label().code())
        .isEqualTo(codes.subList(printed.labels(), codes.size()));
    assertThat(printed.unprintable()).allMatch(refused -> refused.reason() == Reason.TOO_LONG);
    assertThat(fitting).as("an ordinary code fits everywhere").hasSizeGreaterThanOrEqualTo(3);
    assertThat(read(format, symbology, 1, fitting.size())).isEqualTo(fitting);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!\"#$%&'()*+,-./:;<=>?@",
        "[\\]^_`{|}~",
        "000000000000000000",
        "]C1ABC",
        "a b  c",
        "%S",
        "~"
      })
  void codesOfOddCharactersAreReadBackInEverySymbology(String code) throws IOException {
    LabelFormat format = LabelFormats.find("avery-l7163").orElseThrow();
    for (Symbology symbology : Symbology.values()) {
      print(format, symbology, List.of(code));
      assertThat(read(format, symbology, 1, 1)).containsExactly(code);
    }
  }

  @Test
  void aCodeThatCannotBePrintedIsLeftOutAlone() throws IOException {
    List<String> codes =
        List.of(
            "GE1", "", "  ", "GÉ2", "😀", "GE\n3", "GE4 ", "GE\u00005", "x".repeat(10_240), "GE6");
    for (Symbology symbology : Symbology.values()) {
      Printed printed = print(L7160, symbology, codes);
      assertThat(printed.labels()).isEqualTo(2);
      assertThat(printed.unprintable())
          .extracting(Unprintable::reason)
          .containsExactly(
              Reason.EMPTY,
              Reason.EMPTY,
              Reason.CHARACTER,
              Reason.CHARACTER,
              Reason.CHARACTER,
              Reason.CHARACTER,
              Reason.CHARACTER,
              Reason.TOO_LONG);
      assertThat(read(L7160, symbology, 1, 2)).containsExactly("GE1", "GE6");
    }
  }

  @Test
  void beginsAtTheFirstFreePositionAndContinuesOnTheNextSheet() throws IOException {
    List<Label> labels = IntStream.range(0, 10).mapToObj(i -> label("GE" + i)).toList();
    Printed printed = LabelSheets.write(target(), L7160, Symbology.QR, 15, labels);
    assertThat(printed.pages()).isEqualTo(2);
    assertThat(read(L7160, Symbology.QR, 15, 10))
        .isEqualTo(labels.stream().map(Label::code).toList());
    assertThat(read(L7160, Symbology.QR, 1, 1)).containsExactly("(nothing)");
  }

  @Test
  void aPositionThatTheSheetDoesNotHaveIsAnError() {
    assertThatThrownBy(
            () -> LabelSheets.write(target(), L7160, Symbology.QR, 22, List.of(label("GE1"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutAPrintableLabelThereIsNoFile() throws IOException {
    Printed printed = print(L7160, Symbology.QR, List.of("É"));
    assertThat(printed.labels()).isZero();
    assertThat(printed.pages()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void wordsAreFrenchShortenedToFitAndNeverFail() throws IOException {
    Label label =
        new Label("GE1", "Œuvre\u202F: 11″ 😀 Șçé", "Lycée " + "très long ".repeat(30) + "\n");
    LabelSheets.write(target(), L7160, Symbology.CODE_128, 1, List.of(label));
    try (PDDocument document = Loader.loadPDF(target().toFile())) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("GE1", "Œuvre\u00A0: 11", "? Șçé", "Lycée très long", "…");
      assertThat(document.getDocumentCatalog().getViewerPreferences().getPrintScaling())
          .isEqualTo("None");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr-FR");
    }
  }
}
