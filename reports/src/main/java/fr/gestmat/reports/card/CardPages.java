package fr.gestmat.reports.card;

import com.google.zxing.common.BitMatrix;
import fr.gestmat.reports.document.Typeface;
import fr.gestmat.reports.label.SymbolPath;
import fr.gestmat.reports.label.Symbology;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pages of cards being filled, row by row. Lengths are points. */
final class CardPages implements AutoCloseable {
  private static final PDRectangle PAGE = PDRectangle.A4;
  private static final float MARGIN = 40;
  private static final float BOTTOM = 48;
  private static final float WIDTH = PAGE.getWidth() - 2 * MARGIN;
  private static final float TITLE = 18;
  private static final float LEAD = 10.5f;
  private static final float LEADING = 1.3f;
  private static final float PADDING = 6;
  private static final float LARGEST = 14;
  private static final float SMALLEST = 8;
  private static final float CODE = 7.5f;
  private static final float RULE_GREY = 0.7f;
  private static final int LEAD_LINES = 4;

  /** 7.5 mil: what office printers hold and counter scanners read. */
  private static final double THINNEST = 0.19 * 72 / 25.4;

  private static final double WIDEST = 0.5 * 72 / 25.4;

  private final PDDocument document;
  private final int columns;
  private final float rowHeight;
  private final Typeface regular;
  private final Typeface bold;
  private Optional<PDPageContentStream> current = Optional.empty();
  private float y;

  CardPages(PDDocument document, int columns, float rowHeight) throws IOException {
    this.document = document;
    this.columns = columns;
    this.rowHeight = rowHeight;
    this.regular = Typeface.regular(document);
    this.bold = Typeface.bold(document);
  }

  void draw(CardGroup group) throws IOException {
    PDPageContentStream content = page();
    for (String line : bold.wrap(bold.printable(group.title()), TITLE, WIDTH, 2)) {
      y -= TITLE * LEADING;
      show(content, line, bold, TITLE, MARGIN, y);
    }
    if (!group.lead().isEmpty()) {
      for (String line : regular.wrap(regular.printable(group.lead()), LEAD, WIDTH, LEAD_LINES)) {
        y -= LEAD * LEADING;
        show(content, line, regular, LEAD, MARGIN, y);
      }
    }
    y -= TITLE;
    float width = WIDTH / columns;
    for (int i = 0; i < group.cards().size(); i++) {
      int column = i % columns;
      if (column == 0 && i > 0) {
        y -= rowHeight;
      }
      if (column == 0 && y - rowHeight < BOTTOM) {
        content = page();
      }
      card(content, group.cards().get(i), MARGIN + column * width, width);
    }
  }

  private void card(PDPageContentStream content, Card card, float left, float width)
      throws IOException {
    content.setStrokingColor(RULE_GREY);
    content.setLineWidth(0.5f);
    content.addRect(left, y - rowHeight, width, rowHeight);
    content.stroke();
    float room = width - 2 * PADDING;
    String name = bold.printable(card.words());
    float size = Math.min(LARGEST, rowHeight / 6);
    // A long name is rather set smaller than cut.
    size = Math.max(SMALLEST, Math.min(size, size * room / bold.width(name, size)));
    float top = y - PADDING - size;
    centred(content, bold.fit(name, size, room), bold, size, left, width, top);
    if (!card.detail().isEmpty()) {
      float small = Math.max(CODE, size * 0.7f);
      top -= small * LEADING;
      String words = regular.fit(regular.printable(card.detail()), small, room);
      centred(content, words, regular, small, left, width, top);
    }
    if (!card.code().isEmpty()) {
      bars(content, card.code(), left, width, top - PADDING);
    }
  }

  private void bars(PDPageContentStream content, String code, float left, float width, float top)
      throws IOException {
    float bottom = y - rowHeight + PADDING + CODE * LEADING;
    Optional<BitMatrix> symbol = Symbology.CODE_128.encode(code);
    if (symbol.isPresent()) {
      int modules = symbol.get().getWidth();
      double whole = modules + 2.0 * Symbology.CODE_128.quietModules();
      double module = Math.min(WIDEST, width / whole);
      if (module >= THINNEST) {
        double x = left + (width - modules * module) / 2;
        SymbolPath.draw(content, symbol.get(), x, top, module, top - bottom);
      }
    }
    String words = regular.fit(regular.printable(code), CODE, width - 2 * PADDING);
    centred(content, words, regular, CODE, left, width, bottom - CODE);
  }

  private static void centred(
      PDPageContentStream content,
      String words,
      Typeface face,
      float size,
      float left,
      float width,
      float baseline)
      throws IOException {
    show(content, words, face, size, left + (width - face.width(words, size)) / 2, baseline);
  }

  private static void show(
      PDPageContentStream content, String words, Typeface face, float size, float x, float baseline)
      throws IOException {
    content.beginText();
    content.setFont(face.font(), size);
    content.newLineAtOffset(x, baseline);
    content.showText(words);
    content.endText();
  }

  private PDPageContentStream page() throws IOException {
    close();
    PDPage page = new PDPage(PAGE);
    document.addPage(page);
    PDPageContentStream content = new PDPageContentStream(document, page);
    current = Optional.of(content);
    y = PAGE.getHeight() - MARGIN;
    return content;
  }

  @Override
  public void close() throws IOException {
    if (current.isPresent()) {
      current.get().close();
      current = Optional.empty();
    }
  }
}
