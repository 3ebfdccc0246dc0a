package fr.gestmat.reports.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Atkinson Hyperlegible (SIL Open Font License 1.1) in one weight, embedded in one document with
 * the letters that the document uses. Sizes and widths are in points (1/72 inch).
 */
public final class Typeface {
  /** What stands for the end of a text that {@link #fit} shortened. */
  public static final String ELLIPSIS = "…";

  private static final float EM = 1000f;

  /**
   * The files, each read once: Payara's class loader holds on to every stream out of an archive for
   * a while after it was closed, and thousands of letters are made in that time.
   */
  private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();

  private final PDFont font;
  private final Map<Integer, Float> widths = new HashMap<>();

  private Typeface(PDFont font) {
    this.font = font;
  }

  /**
   * The weight of running text.
   *
   * @param document the document that will hold it
   * @return the typeface
   * @throws IOException when the font file cannot be read
   */
  public static Typeface regular(PDDocument document) throws IOException {
    return load(document, "AtkinsonHyperlegible-Regular.ttf");
  }

  /**
   * The weight of headings.
   *
   * @param document the document that will hold it
   * @return the typeface
   * @throws IOException when the font file cannot be read
   */
  public static Typeface bold(PDDocument document) throws IOException {
    return load(document, "AtkinsonHyperlegible-Bold.ttf");
  }

  private static Typeface load(PDDocument document, String file) throws IOException {
    InputStream bytes = new ByteArrayInputStream(bytes(file));
    return new Typeface(PDType0Font.load(document, bytes, true));
  }

  private static byte[] bytes(String file) throws IOException {
    byte[] known = FILES.get(file);
    if (known != null) {
      return known;
    }
    try (InputStream in = Typeface.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("missing in the archive: " + file);
      }
      byte[] read = in.readAllBytes();
      FILES.put(file, read);
      return read;
    }
  }

  /**
   * The font to hand to PDFBox.
   *
   * @return the embedded font
   */
  public PDFont font() {
    return font;
  }

  /**
   * The nearest text that this typeface has letters for: blanks of any kind become a space (a
   * no-break one stays one), a letter with an unknown accent loses it, anything else unknown
   * becomes a question mark; control characters go.
   *
   * @param text any text
   * @return text that can be drawn on one line
   */
  public String printable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().forEach(c -> appendPrintable(c, kept));
    return kept.toString();
  }

  private void appendPrintable(int c, StringBuilder kept) {
    if (c == '\u00A0' || c == '\u202F') {
      kept.append('\u00A0');
    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      kept.append(' ');
    } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
      return;
    } else if (hasGlyph(c)) {
      kept.appendCodePoint(c);
    } else {
      String base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
      int first = base.codePointAt(0);
      kept.append(first != c && hasGlyph(first) ? Character.toString(first) : "?");
    }
  }

  private boolean hasGlyph(int c) {
    return width(c) >= 0;
  }

  /**
   * How wide a printable text is.
   *
   * @param text what {@link #printable} gave
   * @param size the size in points
   * @return the width in points
   */
  public float width(String text, float size) {
    float total = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      total += Math.max(0, width(c));
      at += Character.charCount(c);
    }
    return total * size / EM;
  }

  /** Width in thousandths of the size, below zero for a letter that the font lacks. */
  private float width(int c) {
    return widths.computeIfAbsent(
        c,
        code -> {
          try {
            return font.getStringWidth(Character.toString(code));
          } catch (IllegalArgumentException e) {
            return -1f;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * The text, or its beginning with an ellipsis when it is too wide.
   *
   * @param text what {@link #printable} gave
   * @param size the size in points
   * @param room the width in points that it may take
   * @return text that fits, empty when not even the ellipsis does
   */
  public String fit(String text, float size, float room) {
    if (width(text, size) <= room) {
      return text;
    }
    float left = room - width(ELLIPSIS, size);
    if (left < 0) {
      return "";
    }
    int end = fitting(text, size, left);
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /**
   * How much of the text fits.
   *
   * @param text what {@link #printable} gave
   * @param size the size in points
   * @param room the width in points
   * @return the end of the longest beginning that fits, in UTF-16 units
   */
  public int fitting(String text, float size, float room) {
    float used = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      used += Math.max(0, width(c)) * size / EM;
      if (used > room) {
        return at;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /**
   * The text on several lines, broken after words and hyphens, inside a word that is wider than a
   * line; what does not fit ends with an ellipsis.
   *
   * @param text what {@link #printable} gave
   * @param size the size in points
   * @param room the width of a line in points
   * @param most how many lines there may be, at least 1
   * @return at least one line
   */
  public List<String> wrap(String text, float size, float room, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (lines.size() < most - 1 && width(rest, size) > room) {
      int fitting = Math.max(1, fitting(rest, size, room));
      int word = Math.max(rest.lastIndexOf(' ', fitting), rest.lastIndexOf('-', fitting - 1));
      int end = word > 0 ? word + 1 : fitting;
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    lines.add(fit(rest, size, room));
    return lines;
  }
}
