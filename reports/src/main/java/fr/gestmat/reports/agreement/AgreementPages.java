package fr.gestmat.reports.agreement;

import com.google.zxing.common.BitMatrix;
import fr.gestmat.reports.agreement.AgreementSheet.Box;
import fr.gestmat.reports.agreement.AgreementSheet.Line;
import fr.gestmat.reports.document.Typeface;
import fr.gestmat.reports.label.Symbology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The pages of agreements, filled from top to bottom. Each page has its barcode at the top right:
 * Code 128, high enough that a page scanned a little askew is still read.
 */
final class AgreementPages {
  private static final PDRectangle PAGE = PDRectangle.A4;
  private static final float MARGIN = 54;
  private static final float WIDTH = PAGE.getWidth() - 2 * MARGIN;
  private static final float BOTTOM = 60;
  private static final float TITLE = 16;
  private static final float BODY = 10.5f;
  private static final float SMALL = 8;
  private static final float LEADING = 1.32f;
  private static final float GREY = 0.35f;
  private static final float RULE = 0.75f;

  /** 0.42 mm: office scanners at 200 dots per inch see more than three dots. */
  private static final float MODULE = 1.2f;

  private static final float BARS = 34;
  private static final float BOX = 96;
  private static final float GAP = 16;
  private static final int MANY = 10_000;

  private final PDDocument document;
  private final Typeface regular;
  private final Typeface bold;

  AgreementPages(PDDocument document, Typeface regular, Typeface bold) {
    this.document = document;
    this.regular = regular;
    this.bold = bold;
  }

  /** Prints one. */
  void print(AgreementSheet sheet) throws IOException {
    try (Paper paper = new Paper()) {
      paper.top(sheet.sender());
      paper.paragraph(bold, TITLE, sheet.title());
      paper.y -= TITLE / 2;
      for (String paragraph : sheet.text().split("\n", -1)) {
        paper.paragraph(regular, BODY, paragraph);
      }
      for (Line line : sheet.lines()) {
        paper.line(line);
      }
      for (String note : sheet.notes()) {
        paper.y -= BODY / 2;
        for (String paragraph : note.split("\n", -1)) {
          paper.paragraph(regular, BODY, paragraph);
        }
      }
      paper.boxes(sheet.signatures());
      paper.finish(sheet);
    }
  }

  /**
   * One agreement's pages while they are filled; barcode and foot come once their number is known.
   */
  private final class Paper implements AutoCloseable {
    /** One stream for each page, all open until the agreement is whole: its pages are few. */
    private final List<PDPageContentStream> pages = new ArrayList<>();

    private PDPageContentStream content;
    private float y;

    Paper() throws IOException {
      content = open();
    }

    private PDPageContentStream open() throws IOException {
      PDPage page = new PDPage(PAGE);
      document.addPage(page);
      y = PAGE.getHeight() - MARGIN;
      PDPageContentStream opened = new PDPageContentStream(document, page);
      pages.add(opened);
      return opened;
    }

    private void need(float height) throws IOException {
      if (y - height < BOTTOM) {
        content = open();
        y -= BARS + 2 * SMALL;
      }
    }

    private void top(List<String> sender) throws IOException {
      float left = y;
      for (String words : sender) {
        y -= BODY * LEADING;
        show(regular.fit(regular.printable(words), BODY, WIDTH / 2), regular, BODY, MARGIN);
      }
      y = Math.min(y, left - BARS - SMALL) - TITLE;
    }

    private void paragraph(Typeface face, float size, String words) throws IOException {
      if (words.isBlank()) {
        y -= size / 2;
        return;
      }
      for (String line : face.wrap(face.printable(words), size, WIDTH, MANY)) {
        need(size * LEADING);
        y -= size * LEADING;
        show(line, face, size, MARGIN);
      }
      y -= size / 4;
    }

    private void line(Line line) throws IOException {
      float right = WIDTH * 0.2f;
      List<String> what =
          regular.wrap(
              regular.printable(line.what() + (line.more().isEmpty() ? "" : " – " + line.more())),
              BODY,
              WIDTH * 0.55f,
              6);
      float height = what.size() * BODY * LEADING + BODY / 2;
      need(height);
      float top = y;
      y -= BODY * LEADING;
      show(bold.fit(bold.printable(line.code()), BODY, WIDTH * 0.23f), bold, BODY, MARGIN);
      String value = regular.printable(line.value());
      show(value, regular, BODY, MARGIN + WIDTH - Math.min(right, regular.width(value, BODY)));
      for (int i = 0; i < what.size(); i++) {
        y -= i == 0 ? 0 : BODY * LEADING;
        show(what.get(i), regular, BODY, MARGIN + WIDTH * 0.25f);
      }
      y = top - height;
      rule(y);
    }

    private void boxes(List<Box> boxes) throws IOException {
      if (boxes.isEmpty()) {
        return;
      }
      need(BOX + GAP);
      y -= GAP;
      float width = (WIDTH - GAP * (boxes.size() - 1)) / boxes.size();
      float top = y;
      for (int i = 0; i < boxes.size(); i++) {
        float x = MARGIN + i * (width + GAP);
        content.setStrokingColor(GREY);
        content.setLineWidth(0.7f);
        content.addRect(x, top - BOX, width, BOX);
        content.stroke();
        y = top - BODY * LEADING;
        show(bold.fit(bold.printable(boxes.get(i).who()), BODY, width - 8), bold, BODY, x + 4);
        for (String words :
            regular.wrap(regular.printable(boxes.get(i).hint()), SMALL, width - 8, 3)) {
          y -= SMALL * LEADING;
          show(words, regular, SMALL, x + 4);
        }
      }
      y = top - BOX;
    }

    private void finish(AgreementSheet sheet) throws IOException {
      for (int i = 0; i < pages.size(); i++) {
        content = pages.get(i);
        barcode(i == pages.size() - 1 ? sheet.signatureCode() : sheet.textCode());
        content.setNonStrokingColor(GREY);
        String number = "Page " + (i + 1) + " sur " + pages.size();
        y = BOTTOM / 2;
        String foot = regular.printable(sheet.foot());
        show(
            regular.fit(foot, SMALL, WIDTH - regular.width(number, SMALL) - GAP),
            regular,
            SMALL,
            MARGIN);
        show(number, regular, SMALL, MARGIN + WIDTH - regular.width(number, SMALL));
      }
    }

    @Override
    public void close() throws IOException {
      for (PDPageContentStream page : pages) {
        page.close();
      }
    }

    private void barcode(String code) throws IOException {
      BitMatrix bars =
          Symbology.CODE_128
              .encode(code)
              .orElseThrow(() -> new IllegalArgumentException("not printable: " + code));
      float left = MARGIN + WIDTH - bars.getWidth() * MODULE;
      float top = PAGE.getHeight() - MARGIN / 2;
      for (int at = 0; at < bars.getWidth(); at++) {
        if (bars.get(at, 0)) {
          int start = at;
          while (at + 1 < bars.getWidth() && bars.get(at + 1, 0)) {
            at++;
          }
          content.addRect(left + start * MODULE, top - BARS, (at + 1 - start) * MODULE, BARS);
        }
      }
      content.setNonStrokingColor(0f);
      content.fill();
      y = top - BARS - SMALL - 1;
      show(code, regular, SMALL, MARGIN + WIDTH - regular.width(code, SMALL));
    }

    private void rule(float at) throws IOException {
      content.setStrokingColor(RULE);
      content.setLineWidth(0.5f);
      content.moveTo(MARGIN, at);
      content.lineTo(MARGIN + WIDTH, at);
      content.stroke();
    }

    private void show(String words, Typeface face, float size, float x) throws IOException {
      content.beginText();
      content.setFont(face.font(), size);
      content.newLineAtOffset(x, y);
      content.showText(words);
      content.endText();
    }
  }
}
