package fr.gestmat.reports.document;

import com.google.zxing.common.BitMatrix;
import fr.gestmat.reports.label.SymbolPath;
import fr.gestmat.reports.label.Symbology;
import fr.gestmat.reports.tagged.StructureTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * The pages of a table document being filled from top to bottom, each piece with its place in the
 * structure; a row never spans two pages. The headings are read once: where they stand again on
 * another page they are only seen.
 */
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
  private final StructureTree structure;
  private final StructureTree.Group table;
  private final List<DocumentColumn<R>> columns;
  private final float totalWeight;
  private final Typeface regular;
  private final Typeface bold;
  private PDPage page;
  private PDPageContentStream content;
  private float y;

  TablePages(
      PDDocument document,
      StructureTree structure,
      DocumentHead head,
      List<DocumentColumn<R>> columns)
      throws IOException {
    this.document = document;
    this.structure = structure;
    this.columns = columns;
    this.totalWeight = (float) columns.stream().mapToDouble(DocumentColumn::weight).sum();
    this.regular = Typeface.regular(document);
    this.bold = Typeface.bold(document);
    this.page = add();
    this.content = new PDPageContentStream(document, page);
    head(head);
    this.table = structure.group(structure.whole(), StandardStructureTypes.TABLE);
    headings(true);
  }

  private PDPage add() {
    PDPage added = new PDPage(PAGE);
    added.getCOSObject().setName("Tabs", "S");
    added.setStructParents(document.getNumberOfPages());
    document.addPage(added);
    y = PAGE.getHeight() - MARGIN;
    return added;
  }

  private void turn() throws IOException {
    content.close();
    page = add();
    content = new PDPageContentStream(document, page);
  }

  private void head(DocumentHead head) throws IOException {
    float room = WIDTH - barcode(head.barcode());
    structure.begin(StandardStructureTypes.H1, page, content);
    for (String line : bold.wrap(bold.printable(head.title()), TITLE, room, MOST_LINES)) {
      y -= TITLE * LEADING;
      show(line + " ", bold, TITLE, MARGIN, y);
    }
    content.endMarkedContent();
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
    structure
        .begin(StandardStructureTypes.Figure, page, content)
        .setAlternateDescription("Code-barres " + code);
    SymbolPath.draw(content, symbol.get(), left, y, MODULE, BARS);
    show(code, regular, BODY, left, y - BARS - BODY * LEADING);
    content.endMarkedContent();
    return width + TITLE;
  }

  private void facts(List<Fact> facts) throws IOException {
    for (Fact fact : facts) {
      String label = regular.printable(fact.label()) + "\u00A0: ";
      float indent = regular.width(label, FACTS);
      float x = MARGIN;
      y -= FACTS * LEADING;
      structure.begin(StandardStructureTypes.P, page, content);
      show(label, regular, FACTS, x, y);
      List<String> lines =
          bold.wrap(bold.printable(fact.value()), FACTS, WIDTH - indent, MOST_LINES);
      for (int i = 0; i < lines.size(); i++) {
        y -= i == 0 ? 0 : FACTS * LEADING;
        show(lines.get(i) + " ", bold, FACTS, x + indent, y);
      }
      content.endMarkedContent();
    }
  }

  /**
   * The headings.
   *
   * @param read whether they belong to the table; where they stand again they are decoration
   */
  private void headings(boolean read) throws IOException {
    List<List<String>> cells = new ArrayList<>();
    for (DocumentColumn<R> column : columns) {
      cells.add(bold.wrap(bold.printable(column.heading()), BODY, room(column), MOST_LINES));
    }
    float height = height(cells);
    content.beginMarkedContent(COSName.ARTIFACT);
    content.setNonStrokingColor(HEADING_GREY);
    content.addRect(MARGIN, y - height, WIDTH, height);
    content.fill();
    content.setNonStrokingColor(0f);
    content.endMarkedContent();
    cells(cells, bold, height, read ? Optional.of(StandardStructureTypes.TH) : Optional.empty());
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
      headings(false);
    }
    cells(cells, regular, height, Optional.of(StandardStructureTypes.TD));
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

  /**
   * A row of cells with the line below it.
   *
   * @param tag what the cells are; empty for decoration
   */
  private void cells(
      List<List<String>> cells, Typeface typeface, float height, Optional<String> tag)
      throws IOException {
    Optional<StructureTree.Group> row =
        tag.map(cell -> structure.group(table, StandardStructureTypes.TR));
    float x = MARGIN;
    for (int i = 0; i < cells.size(); i++) {
      begin(row, tag);
      float baseline = y - CELL_PADDING / 2 - BODY;
      for (String line : cells.get(i)) {
        float indent =
            columns.get(i).right() ? room(columns.get(i)) - typeface.width(line, BODY) : 0;
        // A blank at the end keeps the words of two lines apart for who listens.
        show(line + " ", typeface, BODY, x + CELL_GAP / 2 + indent, baseline);
        baseline -= BODY * LEADING;
      }
      content.endMarkedContent();
      x += room(columns.get(i)) + CELL_GAP;
    }
    y -= height;
    content.beginMarkedContent(COSName.ARTIFACT);
    content.setStrokingColor(RULE_GREY);
    content.setLineWidth(0.5f);
    content.moveTo(MARGIN, y);
    content.lineTo(MARGIN + WIDTH, y);
    content.stroke();
    content.endMarkedContent();
  }

  private void begin(Optional<StructureTree.Group> row, Optional<String> tag) throws IOException {
    if (row.isEmpty() || tag.isEmpty()) {
      content.beginMarkedContent(COSName.ARTIFACT);
      return;
    }
    StructureTree.Piece cell = structure.begin(row.get(), tag.get(), page, content);
    if (tag.get().equals(StandardStructureTypes.TH)) {
      cell.headsColumn();
    }
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
