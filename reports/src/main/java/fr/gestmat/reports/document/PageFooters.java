package fr.gestmat.reports.document;

import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/** Writes the foot of every page once their number is known. */
public final class PageFooters {
  static final float SIZE = 8;
  private static final float BASELINE = 30;

  private final PDDocument document;
  private final Typeface typeface;

  /** For a document whose pages are all there. */
  public PageFooters(PDDocument document) throws IOException {
    this.document = document;
    this.typeface = Typeface.regular(document);
  }

  /**
   * Writes the foot of every page.
   *
   * @param footer beside the page number
   * @throws IOException when a page cannot be written
   */
  public void write(String footer) throws IOException {
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      String number = "Page " + (i + 1) + " sur " + pages;
      float left = TablePages.MARGIN;
      float right = TablePages.PAGE.getWidth() - TablePages.MARGIN - typeface.width(number, SIZE);
      String words = typeface.fit(typeface.printable(footer), SIZE, right - left - 2 * SIZE);
      try (PDPageContentStream content =
          new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true)) {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setNonStrokingColor(TablePages.GREY);
        show(content, words, left);
        show(content, number, right);
        content.endMarkedContent();
      }
    }
  }

  private void show(PDPageContentStream content, String words, float x) throws IOException {
    content.beginText();
    content.setFont(typeface.font(), SIZE);
    content.newLineAtOffset(x, BASELINE);
    content.showText(words);
    content.endText();
  }
}
