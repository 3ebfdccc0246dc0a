package fr.gestmat.reports.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * One page that a family keeps: what arrived, when, and what follows from it.
 *
 * @param authority who received it
 * @param title what it is
 * @param facts what arrived
 * @param sentences what follows from it; empty ones are left out
 */
public record Receipt(String authority, String title, List<Fact> facts, List<String> sentences) {
  private static final float TITLE = 20;
  private static final float BODY = 12;
  private static final float LEADING = 1.5f;
  private static final float WIDTH = TablePages.PAGE.getWidth() - 2 * TablePages.MARGIN;
  private static final int MOST_LINES = 12;
  private static final float LABEL = 150;

  /** Keeps its own copies. */
  public Receipt {
    facts = List.copyOf(facts);
    sentences = List.copyOf(sentences);
  }

  /**
   * Writes it as a PDF.
   *
   * @throws IOException if it cannot be written
   */
  public void write(OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle(title);
      document.getDocumentCatalog().setLanguage("fr-FR");
      PDPage page = new PDPage(TablePages.PAGE);
      document.addPage(page);
      try (Pen pen =
          new Pen(
              new PDPageContentStream(document, page),
              Typeface.regular(document),
              Typeface.bold(document))) {
        pen.write(this);
      }
      document.save(out);
    }
  }

  private static final class Pen implements AutoCloseable {
    private final PDPageContentStream content;
    private final Typeface regular;
    private final Typeface bold;
    private float y = TablePages.PAGE.getHeight() - TablePages.MARGIN;

    Pen(PDPageContentStream content, Typeface regular, Typeface bold) {
      this.content = content;
      this.regular = regular;
      this.bold = bold;
    }

    void write(Receipt receipt) throws IOException {
      paragraph(receipt.authority(), bold, BODY, 0);
      y -= TITLE;
      paragraph(receipt.title(), bold, TITLE, 0);
      y -= BODY;
      for (Fact fact : receipt.facts()) {
        float top = y;
        paragraph(fact.label(), regular, BODY, 0);
        float after = y;
        y = top;
        paragraph(fact.value(), bold, BODY, LABEL);
        y = Math.min(after, y);
      }
      y -= BODY;
      for (String sentence : receipt.sentences()) {
        if (!sentence.isBlank()) {
          paragraph(sentence, regular, BODY, 0);
          y -= BODY / 2;
        }
      }
    }

    private void paragraph(String words, Typeface typeface, float size, float indent)
        throws IOException {
      for (String line :
          typeface.wrap(typeface.printable(words), size, WIDTH - indent, MOST_LINES)) {
        y -= size * LEADING;
        content.beginText();
        content.setFont(typeface.font(), size);
        content.newLineAtOffset(TablePages.MARGIN + indent, y);
        content.showText(line);
        content.endText();
      }
    }

    @Override
    public void close() throws IOException {
      content.close();
    }
  }
}
