package fr.gestmat.reports.label;

import com.google.zxing.common.BitMatrix;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places a symbol and its text on a label of a roll, in dots, as ZPL II commands. Bars stand above
 * their text, a matrix stands left of it. Widths of letters are those of the widest capitals of the
 * printer's own font, since printers differ: a text is rather cut early than printed over the edge.
 */
final class ZplLayout {
  private static final double MILLIMETRES_PER_INCH = 25.4;
  private static final double POINTS_PER_INCH = 72;
  private static final double SMALLEST_TEXT = 5;
  private static final double LARGEST_TEXT = 12;
  private static final double SHORTEST_BARS = 5;
  private static final double LETTER = 0.62;
  private static final double LEADING = 1.15;

  /** Code words that square DataMatrix symbols hold, and their modules on a side (ISO 16022). */
  private static final int[][] SQUARES = {
    {3, 10}, {5, 12}, {8, 14}, {12, 16}, {18, 18}, {22, 20}, {30, 22}, {36, 24}, {44, 26}, {62, 32},
    {86, 36}
  };

  private final Symbology symbology;
  private final int width;
  private final int height;
  private final int padding;
  private final int room;
  private final int smallest;
  private final int largest;
  private final int shortestBars;
  private final int fewestDots;
  private final int mostDots;

  ZplLayout(LabelFormat format, int dpi, Symbology symbology) {
    double dots = dpi / MILLIMETRES_PER_INCH;
    this.symbology = symbology;
    this.width = (int) Math.floor(format.labelWidth() * dots);
    this.height = (int) Math.floor(format.labelHeight() * dots);
    this.padding = (int) Math.ceil(format.padding() * dots);
    this.room = width - 2 * padding;
    this.smallest = (int) Math.ceil(SMALLEST_TEXT / POINTS_PER_INCH * dpi);
    this.largest = (int) Math.floor(LARGEST_TEXT / POINTS_PER_INCH * dpi);
    this.shortestBars = (int) Math.ceil(SHORTEST_BARS * dots);
    this.fewestDots = symbology.fewestDots(1 / dots);
    this.mostDots = Math.min(10, symbology.mostDots(1 / dots));
  }

  /** The commands of one label, or empty when it cannot be read at any size that fits. */
  Optional<String> commands(Label label) {
    return symbology.isLinear() ? bars(label) : matrix(label);
  }

  private Optional<String> bars(Label label) {
    String code = label.code();
    // Subset B throughout, as the printer encodes it: start, letters, check (11 each) and stop.
    int modules = 11 * (code.length() + 2) + 13;
    int dots = Math.min(mostDots, room / (modules + 2 * symbology.quietModules()));
    int size = size(code, room);
    if (dots < fewestDots || size < smallest || height - 2 * padding - line(size) < shortestBars) {
      return Optional.empty();
    }
    int small = Math.max(smallest, (int) (size * 0.7));
    int most = (height - 2 * padding - shortestBars - line(size)) / line(small);
    List<String> texts = small(label, Math.min(2, most), room, small);
    int barHeight = height - 2 * padding - line(size) - texts.size() * line(small);
    StringBuilder zpl = begun();
    zpl.append("^FO").append(padding + (room - modules * dots) / 2).append(',').append(padding);
    zpl.append("^BY").append(dots).append("^BCN,").append(barHeight).append(",N,N,N");
    field(zpl, code.replace(">", ">0"));
    int top = padding + barHeight + line(size) - size;
    text(zpl, padding, top, size, room, 'C', code);
    top += size;
    for (String words : texts) {
      text(zpl, padding, top + line(small) - small, small, room, 'C', words);
      top += line(small);
    }
    return ended(zpl);
  }

  private Optional<String> matrix(Label label) {
    int modules = side(label.code());
    if (modules == 0) {
      return Optional.empty();
    }
    int whole = modules + 2 * symbology.quietModules();
    for (int dots = Math.min(mostDots, (height - 2 * padding) / whole);
        dots >= fewestDots;
        dots--) {
      int left = padding + whole * dots + smallest / 4;
      int size = size(label.code(), width - padding - left);
      if (size >= smallest) {
        return ended(beside(label, modules, dots, left, size));
      }
    }
    return Optional.empty();
  }

  private StringBuilder beside(Label label, int modules, int dots, int left, int size) {
    int quiet = symbology.quietModules() * dots;
    int beside = width - padding - left;
    int small = Math.max(smallest, (int) (size * 0.7));
    int most = (height - 2 * padding - line(size)) / line(small);
    List<String> texts = small(label, Math.min(2, most), beside, small);
    StringBuilder zpl = begun();
    zpl.append("^FO").append(padding + quiet).append(',').append(padding + quiet);
    if (symbology == Symbology.QR) {
      zpl.append("^BQN,2,").append(dots);
      field(zpl, "MA," + label.code());
    } else {
      // The letter that begins an order to the symbol must be one that the code does not hold.
      int escape = "|`{".chars().filter(c -> label.code().indexOf(c) < 0).findFirst().orElse('}');
      zpl.append("^BXN,").append(dots).append(",200,").append(modules).append(',');
      zpl.append(modules).append(",,").append((char) escape);
      field(zpl, label.code());
    }
    int top = padding;
    text(zpl, left, top, size, beside, 'L', label.code());
    top += line(size);
    for (String words : texts) {
      text(zpl, left, top, small, beside, 'L', words);
      top += line(small);
    }
    return zpl;
  }

  /** Modules on a side of the printer's symbol; 0 for a code that is too long. */
  private int side(String code) {
    if (symbology == Symbology.QR) {
      return symbology.encode(code).map(BitMatrix::getWidth).orElse(0);
    }
    int words = words(code);
    for (int[] square : SQUARES) {
      if (words <= square[0]) {
        return square[1];
      }
    }
    return 0;
  }

  /** Code words in the plain encodation that every printer has: a pair of digits is one. */
  private static int words(String code) {
    int words = 0;
    for (int at = 0; at < code.length(); words++) {
      boolean pair = at + 1 < code.length() && digit(code.charAt(at)) && digit(code.charAt(at + 1));
      at += pair ? 2 : 1;
    }
    return words;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private List<String> small(Label label, int most, int room, int size) {
    List<String> texts = new ArrayList<>();
    String school = label.school().strip();
    if (!label.model().isBlank() && most > (school.isEmpty() ? 0 : 1)) {
      texts.add(cut(label.model().strip(), room, size));
    }
    if (!school.isEmpty() && most > 0) {
      String whole = cut(school, room, size);
      texts.add(whole.equals(school) ? whole : cut(SchoolName.abbreviated(school), room, size));
    }
    return texts;
  }

  private static String cut(String text, int room, int size) {
    int letters = Math.max(1, (int) (room / (LETTER * size)));
    return text.length() <= letters
        ? text
        : text.substring(0, Math.max(1, letters - 1)).stripTrailing() + ".";
  }

  /** The largest height at which a text fits on one line; may be too small to be read. */
  private int size(String text, int room) {
    return Math.min(largest, (int) (room / (LETTER * text.length())));
  }

  private static int line(int size) {
    return (int) Math.ceil(size * LEADING);
  }

  private StringBuilder begun() {
    // UTF-8 in, and the size of the label whatever the printer remembers of the last one.
    return new StringBuilder(400)
        .append("^XA^CI28^LH0,0^PW")
        .append(width)
        .append("^LL")
        .append(height);
  }

  private static Optional<String> ended(StringBuilder zpl) {
    return Optional.of(zpl.append("^PQ1^XZ\n").toString());
  }

  private static void text(
      StringBuilder zpl, int x, int y, int size, int room, char justified, String words) {
    zpl.append("^FO").append(x).append(',').append(y);
    zpl.append("^A0N,").append(size).append(',').append(size);
    zpl.append("^FB").append(room).append(",1,0,").append(justified);
    // Inside a block a backslash begins a command of its own.
    field(zpl, words.replace("\\", "\\\\"));
  }

  /** Field data in which nothing can be read as a command: what is not plain goes as hex. */
  private static void field(StringBuilder zpl, String data) {
    zpl.append("^FH_^FD");
    for (byte b : data.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      boolean plain = c >= ' ' && c < 0x7F && "^~_\\".indexOf(c) < 0;
      if (plain) {
        zpl.append((char) c);
      } else if (c >= ' ') {
        zpl.append('_').append(String.format("%02X", c));
      }
    }
    zpl.append("^FS");
  }
}
