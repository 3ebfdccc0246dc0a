package fr.gestmat.reports.letter;

import fr.gestmat.reports.document.Typeface;
import fr.gestmat.reports.tagged.Description;
import fr.gestmat.reports.tagged.StructureTree;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Pages that are filled from top to bottom, each piece of text with its place in the structure. */
final class TaggedPages implements AutoCloseable {

  private static final PDRectangle PAGE = PDRectangle.A4;
  private static final float MARGIN = 64;
  private static final float WIDTH = PAGE.getWidth() - 2 * MARGIN;
  private static final float BOTTOM = 76;
  private static final float BODY = 11;
  private static final float TITLE = 16;
  private static final float SUBTITLE = 12.5f;
  private static final float SMALL = 8.5f;
  private static final float LEADING = 1.38f;
  private static final float RIGHT = WIDTH * 0.52f;
  private static final float LABEL = WIDTH * 0.3f;
  private static final float LOGO = 60;
  private static final int MANY = 10_000;

  /** How a paragraph stands on the page. */
  enum Style {
    /** Running text. */
    PLAIN,
    /** Strong. */
    STRONG,
    /** On the right half, as addresses and signatures. */
    RIGHT
  }

  private final PDDocument document = new PDDocument();
  private final Typeface regular = Typeface.regular(document);
  private final Typeface bold = Typeface.bold(document);
  private final StructureTree structure = new StructureTree(document);
  private final List<PDPage> pages = new ArrayList<>();
  private final String title;
  private final String footer;
  private PDPageContentStream content;
  private float y;

  TaggedPages(String title, String footer) throws IOException {
    this.title = title;
    this.footer = footer;
    Description.write(document, title);
    content = open();
  }

  /** A picture of the letterhead, with what it shows. */
  void picture(byte[] bytes, String alternative) throws IOException {
    PDImageXObject image = PDImageXObject.createFromByteArray(document, bytes, "logo");
    float scale = Math.min(LOGO / image.getHeight(), WIDTH / 2 / image.getWidth());
    float height = image.getHeight() * scale;
    y -= height;
    structure.begin("Figure", page(), content).setAlternateDescription(alternative);
    content.drawImage(image, MARGIN, y, image.getWidth() * scale, height);
    content.endMarkedContent();
    y -= BODY / 2;
  }

  /** A heading of a level. */
  void heading(String words, int level) throws IOException {
    float size = level == 1 ? TITLE : SUBTITLE;
    y -= size / 2;
    // A heading does not stand alone at the end of a page.
    need(size * LEADING + 2 * BODY * LEADING);
    write("H" + level, bold, size, MARGIN, WIDTH, words);
    y -= size / 3;
  }

  /** A paragraph; line ends inside it are kept. */
  void paragraph(String words, Style style) throws IOException {
    boolean right = style == Style.RIGHT;
    write(
        "P",
        style == Style.STRONG ? bold : regular,
        BODY,
        right ? MARGIN + WIDTH - RIGHT : MARGIN,
        right ? RIGHT : WIDTH,
        words);
    y -= right || style == Style.STRONG ? 0 : BODY * 0.6f;
  }

  /** A label and what it stands for, read together. */
  void fact(String label, String value) throws IOException {
    need(2 * BODY * LEADING);
    float top = y;
    write("P", bold, BODY, MARGIN, LABEL - BODY, label + " :");
    float after = y;
    y = top;
    int page = pages.size();
    write("P", regular, BODY, MARGIN + LABEL, WIDTH - LABEL, value);
    y = (page == pages.size() ? Math.min(y, after) : y) - BODY * 0.3f;
  }

  /** Some room. */
  void space() {
    y -= BODY * 1.4f;
  }

  /** Ends the file and writes it. */
  void finish(OutputStream out) throws IOException {
    content.close();
    for (int i = 0; i < pages.size(); i++) {
      foot(pages.get(i), i + 1);
    }
    structure.finish();
    document.save(out);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private void foot(PDPage page, int number) throws IOException {
    try (PDPageContentStream foot =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
      foot.beginMarkedContent(COSName.ARTIFACT);
      String count = "Page " + number + " sur " + pages.size();
      float at = BOTTOM / 2;
      show(foot, regular, SMALL, MARGIN + WIDTH - regular.width(count, SMALL), at, count);
      float room = WIDTH - regular.width(count, SMALL) - 2 * SMALL;
      for (String line : regular.wrap(regular.printable(footer), SMALL, room, 3)) {
        show(foot, regular, SMALL, MARGIN, at, line);
        at -= SMALL * LEADING;
      }
      foot.endMarkedContent();
    }
  }

  private void write(String tag, Typeface face, float size, float x, float room, String words)
      throws IOException {
    List<String> lines = new ArrayList<>();
    for (String part : words.replace('\'', '\u2019').split("\n", -1)) {
      lines.addAll(face.wrap(face.printable(part), size, room, MANY));
    }
    need(size * LEADING);
    StructureTree.Piece piece = structure.begin(tag, page(), content);
    for (String line : lines) {
      if (y - size * LEADING < BOTTOM) {
        content.endMarkedContent();
        content.close();
        content = open();
        structure.goOn(piece, page(), content);
      }
      y -= size * LEADING;
      // A blank at the end keeps the words of two lines apart for who listens.
      show(content, face, size, x, y, line + " ");
    }
    content.endMarkedContent();
  }

  private void need(float height) throws IOException {
    if (y - height < BOTTOM) {
      content.close();
      content = open();
    }
  }

  private PDPage page() {
    return pages.get(pages.size() - 1);
  }

  private PDPageContentStream open() throws IOException {
    PDPage page = new PDPage(PAGE);
    page.getCOSObject().setName("Tabs", "S");
    page.setStructParents(pages.size());
    document.addPage(page);
    pages.add(page);
    y = PAGE.getHeight() - MARGIN;
    return new PDPageContentStream(document, page);
  }

  private static void show(
      PDPageContentStream on, Typeface face, float size, float x, float at, String words)
      throws IOException {
    on.beginText();
    on.setFont(face.font(), size);
    on.newLineAtOffset(x, at);
    on.showText(words);
    on.endText();
  }
}
