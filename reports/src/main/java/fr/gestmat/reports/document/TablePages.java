package fr.gestmat.reports.document;

import com.google.zxing.common.BitMatrix;
import fr.gestmat.reports.label.SymbolPath;
import fr.gestmat.reports.label.Symbology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pages of a table document being filled from top to bottom; a row never spans two pages. */
final class TablePages<R> implements AutoCloseable {
  static final PDRectangle PAGE = PDRectangle.A4;
  static final float MARGIN = 48;
  static final float GREY = 0.35f;

  private static final float BOTTOM = 52;
  private static final float TITLE = 18;
  private static final float BODY = 9.5f;
  private static final float FACTS = 10.5f;
  private static final float LEADING = 1.3f;
  private static final float CELL_PADDING = 4;
  private static final float CELL_GAP = 8;
  private static final float RULE_GREY = 0.75f;
  private static final float HEADING_GREY = 0.92f;
  private static final int MOST_LINES = 5;

  /** Width of a bar's module in points: 0.35 mm, which any scanner reads. */
  private static final float MODULE = 1f;

  private static final float BARS = 40;
  private static final float WIDTH = PAGE.getWidth() - 2 * MARGIN;

  private final PDDocument document;
  private final List<DocumentColumn<R>> columns;
  private final float totalWeight;
  private final Typeface regular;
  private final Typeface bold;
  private PDPageContentStream content;
  private float y;

  TablePages(PDDocument document, DocumentHead head, List<DocumentColumn<R>> columns)
      throws IOException {
    this.document = document;
    this.columns = columns;
    this.totalWeight = (float) columns.stream().mapToDouble(DocumentColumn::weight).sum();
    this.regular = Typeface.regular(document);
    this.bold = Typeface.bold(document);
    this.content = open();
    head(head);
    headings();
  }

  private PDPageContentStream open() throws IOException {
    PDPage page = new PDPage(PAGE);
    document.addPage(page);
    y = PAGE.getHeight() - MARGIN;
    return new PDPageContentStream(document, page);
  }

  private void turn() throws IOException {
    content.close();
    content = open();
  }

  private void head(DocumentHead head) throws IOException {
    float room = WIDTH - barcode(head.barcode());
    for (String line : bold.wrap(bold.printable(head.title()), TITLE, room, MOST_LINES)) {
      y -= TITLE * LEADING;
      show(line, bold, TITLE, MARGIN, y);
    }
    y -= TITLE / 2;
    facts(head.facts());
    y -= TITLE;
  }

  /** Draws a barcode in the upper right corner with its text below; the width that it takes. */
  private float barcode(String code) throws IOException {
    Optional<BitMatrix> symbol =
        code.isEmpty() ? Optional.empty() : Symbology.CODE_128.encode(code);
    if (symbol.isEmpty()) {
      return 0;
    }
    float width = symbol.get().getWidth() * MODULE;
    float left = MARGIN + WIDTH - width;
    SymbolPath.draw(content, symbol.get(), left, y, MODULE, BARS);
    show(code, regular, BODY, left, y - BARS - BODY * LEADING);
    return width + TITLE;
  }

  private void facts(List<Fact> facts) throws IOException {
    for (Fact fact : facts) {
      String label = regular.printable(fact.label()) + "\u00A0: ";
      float indent = regular.width(label, FACTS);
      float x = MARGIN;
      y -= FACTS * LEADING;
      show(label, regular, FACTS, x, y);
      List<String> lines =
          bold.wrap(bold.printable(fact.value()), FACTS, WIDTH - indent, MOST_LINES);
      for (int i = 0; i < lines.size(); i++) {
        y -= i == 0 ? 0 : FACTS * LEADING;
        show(lines.get(i), bold, FACTS, x + indent, y);
      }
    }
  }

  private void headings() throws IOException {
    List<List<String>> cells = new ArrayList<>();
    for (DocumentColumn<R> column : columns) {
      cells.add(bold.wrap(bold.printable(column.heading()), BODY, room(column), MOST_LINES));
    }
    float height = height(cells);
    content.setNonStrokingColor(HEADING_GREY);
    content.addRect(MARGIN, y - height, WIDTH, height);
    content.fill();
    content.setNonStrokingColor(0f);
    cells(cells, bold, height);
  }

  void row(R row) throws IOException {
    List<List<String>> cells = new ArrayList<>();
    for (DocumentColumn<R> column : columns) {
      String words = regular.printable(column.value().apply(row));
      cells.add(regular.wrap(words, BODY, room(column), MOST_LINES));
    }
    float height = height(cells);
    if (y - height < BOTTOM) {
      turn();
      headings();
    }
    cells(cells, regular, height);
  }

  /** The totals together on one page. */
  void totals(List<Fact> totals) throws IOException {
    if (y - (totals.size() + 1) * FACTS * LEADING < BOTTOM) {
      turn();
    }
    y -= FACTS / 2;
    facts(totals);
  }

  private float room(DocumentColumn<R> column) {
    return WIDTH * column.weight() / totalWeight - CELL_GAP;
  }

  private static float height(List<List<String>> cells) {
    int lines = cells.stream().mapToInt(List::size).max().orElse(1);
    return lines * BODY * LEADING + CELL_PADDING;
  }

  private void cells(List<List<String>> cells, Typeface typeface, float height) throws IOException {
    float x = MARGIN;
    for (int i = 0; i < cells.size(); i++) {
      float baseline = y - CELL_PADDING / 2 - BODY;
      for (String line : cells.get(i)) {
        float indent =
            columns.get(i).right() ? room(columns.get(i)) - typeface.width(line, BODY) : 0;
        show(line, typeface, BODY, x + CELL_GAP / 2 + indent, baseline);
        baseline -= BODY * LEADING;
      }
      x += room(columns.get(i)) + CELL_GAP;
    }
    y -= height;
    content.setStrokingColor(RULE_GREY);
    content.setLineWidth(0.5f);
    content.moveTo(MARGIN, y);
    content.lineTo(MARGIN + WIDTH, y);
    content.stroke();
  }

  private void show(String words, Typeface typeface, float size, float x, float baseline)
      throws IOException {
    content.beginText();
    content.setFont(typeface.font(), size);
    content.newLineAtOffset(x, baseline);
    content.showText(words);
    content.endText();
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
