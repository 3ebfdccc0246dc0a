package fr.gestmat.reports.label;

import com.google.zxing.common.BitMatrix;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws a symbol on a page of a PDF. */
public final class SymbolPath {
  private SymbolPath() {}

  /**
   * Draws dark runs as rectangles of one path: neighbours join without a seam. Lengths are points.
   *
   * @param content the page being drawn
   * @param symbol the modules, one row for bars
   * @param left left edge of the first module
   * @param top top edge of the symbol
   * @param module width of a module
   * @param rowHeight height of a row of modules
   * @throws IOException when the page cannot be written
   */
  public static void draw(
      PDPageContentStream content,
      BitMatrix symbol,
      double left,
      double top,
      double module,
      double rowHeight)
      throws IOException {
    for (int row = 0; row < symbol.getHeight(); row++) {
      int at = 0;
      while (at < symbol.getWidth()) {
        int start = at;
        boolean dark = symbol.get(start, row);
        while (at < symbol.getWidth() && symbol.get(at, row) == dark) {
          at++;
        }
        if (dark) {
          content.addRect(
              (float) (left + start * module),
              (float) (top - (row + 1) * rowHeight),
              (float) ((at - start) * module),
              (float) rowHeight);
        }
      }
    }
    content.fill();
  }
}
