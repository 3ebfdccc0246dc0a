package fr.gestmat.reports.label;

import com.google.zxing.common.BitMatrix;
import fr.gestmat.reports.document.Typeface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places a symbol and its text on labels of one format. Bars stand above their text, a matrix
 * stands left of it. The widest module that leaves room for the code in letters wins; the school,
 * then the model, are left out where they do not fit.
 */
final class LabelLayout {
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
  private static final double MILLIMETRES_PER_INCH = 25.4;
  private static final double LEADING = 1.2;
  private static final double ASCENT = 0.95;
  private static final double SMALLEST_TEXT = 5;
  private static final double LARGEST_CODE = 14;
  private static final double LARGEST_TEXT = 9;
  private static final double SHORTEST_BARS = 5 * POINTS_PER_MILLIMETRE;
  private static final double GUTTER = 1.2 * POINTS_PER_MILLIMETRE;

  private final LabelFormat format;
  private final Symbology symbology;
  private final Typeface regular;
  private final Typeface bold;
  private final double padding;
  private final double width;
  private final double height;
  private final double dot;
  private final int fewestDots;
  private final int mostDots;

  LabelLayout(LabelFormat format, Symbology symbology, Typeface regular, Typeface bold) {
    this.format = format;
    this.symbology = symbology;
    this.regular = regular;
    this.bold = bold;
    this.padding = format.padding() * POINTS_PER_MILLIMETRE;
    this.width = format.labelWidth() * POINTS_PER_MILLIMETRE - 2 * padding;
    this.height = format.labelHeight() * POINTS_PER_MILLIMETRE - 2 * padding;
    double dotMillimetres = MILLIMETRES_PER_INCH / format.dpi();
    this.dot = dotMillimetres * POINTS_PER_MILLIMETRE;
    this.fewestDots = symbology.fewestDots(dotMillimetres);
    this.mostDots = symbology.mostDots(dotMillimetres);
  }

  LabelFormat format() {
    return format;
  }

  /** The drawing, or empty when the label cannot be read at any size that fits. */
  Optional<LabelDrawing> place(Label label) {
    return symbology
        .encode(label.code())
        .flatMap(symbol -> symbology.isLinear() ? bars(symbol, label) : matrix(symbol, label));
  }

  private Optional<LabelDrawing> bars(BitMatrix symbol, Label label) {
    int modules = symbol.getWidth() + 2 * symbology.quietModules();
    int dots = Math.min(mostDots, (int) Math.floor(width / (modules * dot)));
    double codeSize = codeSize(label.code(), width, Math.min(LARGEST_CODE, height * 0.22));
    double roomForText = height - SHORTEST_BARS;
    if (dots < fewestDots || codeSize < SMALLEST_TEXT || codeSize * LEADING > roomForText) {
      return Optional.empty();
    }
    double textSize = Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, codeSize * 0.65));
    List<String> small =
        small(label, Math.min(roomForText, height * 0.55) - codeSize * LEADING, width, textSize);
    double textHeight = (codeSize + small.size() * textSize) * LEADING;
    double barHeight = height - textHeight;
    double module = dots * dot;
    List<TextLine> lines = new ArrayList<>();
    double top = padding + barHeight;
    lines.add(centred(label.code(), bold, true, codeSize, top));
    top += codeSize * LEADING;
    for (String words : small) {
      lines.add(centred(words, regular, false, textSize, top));
      top += textSize * LEADING;
    }
    double x = padding + (width - symbol.getWidth() * module) / 2;
    return Optional.of(new LabelDrawing(symbol, x, padding, module, barHeight, lines));
  }

  private TextLine centred(String text, Typeface face, boolean isBold, double size, double top) {
    double x = padding + (width - face.width(text, (float) size)) / 2;
    return new TextLine(text, isBold, size, x, top + size * ASCENT);
  }

  private Optional<LabelDrawing> matrix(BitMatrix symbol, Label label) {
    int modules = symbol.getWidth() + 2 * symbology.quietModules();
    int largest = Math.min(mostDots, (int) Math.floor(height / (modules * dot)));
    for (int dots = largest; dots >= fewestDots; dots--) {
      double side = modules * dots * dot;
      double room = width - side - GUTTER;
      List<String> code = room > 0 ? wrappedCode(label.code(), room) : List.of();
      if (!code.isEmpty()) {
        return Optional.of(beside(symbol, dots * dot, side, room, code, label));
      }
    }
    return Optional.empty();
  }

  /** The code on one line at a good size, else on as many lines as fit, empty if none do. */
  private List<String> wrappedCode(String code, double room) {
    if (codeSize(code, room, LARGEST_CODE) >= SMALLEST_TEXT) {
      return List.of(code);
    }
    List<String> lines = new ArrayList<>();
    String rest = code;
    while (!rest.isEmpty()) {
      int end = bold.fitting(rest, (float) SMALLEST_TEXT, (float) room);
      if (end == 0 || (lines.size() + 1) * SMALLEST_TEXT * LEADING > height) {
        return List.of();
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return lines;
  }

  private LabelDrawing beside(
      BitMatrix symbol, double module, double side, double room, List<String> code, Label label) {
    double codeSize =
        code.size() == 1
            ? codeSize(label.code(), room, Math.min(LARGEST_CODE, height / LEADING))
            : SMALLEST_TEXT;
    double textSize = Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, codeSize * 0.65));
    double codeHeight = code.size() * codeSize * LEADING;
    List<String> small = small(label, height - codeHeight, room, textSize);
    double x = padding + side + GUTTER;
    double top = padding + (height - codeHeight - small.size() * textSize * LEADING) / 2;
    List<TextLine> lines = new ArrayList<>();
    for (String part : code) {
      lines.add(new TextLine(part, true, codeSize, x, top + codeSize * ASCENT));
      top += codeSize * LEADING;
    }
    for (String words : small) {
      lines.add(new TextLine(words, false, textSize, x, top + textSize * ASCENT));
      top += textSize * LEADING;
    }
    double quiet = symbology.quietModules() * module;
    double y = padding + (height - side) / 2 + quiet;
    return new LabelDrawing(symbol, padding + quiet, y, module, module, lines);
  }

  /**
   * Model above school, each shortened to the width. Where the height holds one line it is the
   * school's; where it holds three, a long school name takes two.
   */
  private List<String> small(Label label, double roomHeight, double roomWidth, double size) {
    int most = (int) Math.floor(roomHeight / (size * LEADING));
    String model = regular.printable(label.model()).strip();
    String school = regular.printable(label.school()).strip();
    List<String> lines = new ArrayList<>();
    if (!model.isEmpty() && most > (school.isEmpty() ? 0 : 1)) {
      lines.add(regular.fit(model, (float) size, (float) roomWidth));
    }
    if (!school.isEmpty() && most > 0) {
      int rows = lines.size() + 1 < most ? 2 : 1;
      List<String> full = rows(school, rows, roomWidth, size);
      boolean cut = full.get(full.size() - 1).endsWith(Typeface.ELLIPSIS);
      lines.addAll(cut ? rows(SchoolName.abbreviated(school), rows, roomWidth, size) : full);
    }
    return lines;
  }

  private List<String> rows(String text, int rows, double roomWidth, double size) {
    return regular.wrap(text, (float) size, (float) roomWidth, rows);
  }

  /** The size at which the code fits on one line, in half points, at most {@code largest}. */
  private double codeSize(String code, double room, double largest) {
    double wanted = Math.max(SMALLEST_TEXT, largest);
    return Math.floor(2 * Math.min(wanted, room / bold.width(code, 1))) / 2;
  }
}
