package fr.gestmat.reports.pdf;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws pages that an unknown person sent, and gives up on one that would take without end:
 * drawings can draw each other, so that two kilobytes ask for years.
 */
public final class BoundedRenderer extends PDFRenderer {

  /** Steps of the drawing of one page. */
  static final int MOST_STEPS = 1_000_000;

  /** Drawings within drawings: each may hold a picture of the page. */
  static final int DEEPEST = 8;

  private static final long LONGEST = Duration.ofSeconds(30).toNanos();

  private int steps;
  private int depth;
  private long began;

  /** For the pages of a document. */
  public BoundedRenderer(PDDocument document) {
    super(document);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    if (depth == 0) {
      steps = 0;
      began = System.nanoTime();
    }
    return new Drawer(parameters);
  }

  private final class Drawer extends PageDrawer {

    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      steps++;
      if (steps > MOST_STEPS || depth >= DEEPEST || System.nanoTime() - began > LONGEST) {
        throw new TooMuchException("a page of too many steps");
      }
      if (OperatorName.BEGIN_INLINE_IMAGE.equals(operator.getName())) {
        new PdfBudget().take(operator.getImageParameters(), operator.getImageData());
      }
      depth++;
      try {
        super.processOperator(operator, operands);
      } finally {
        depth--;
      }
    }

    /** Otherwise a drawing that cannot be drawn would be left out, and the next one begun. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
        throws IOException {
      if (e instanceof TooMuchException) {
        throw e;
      }
      super.operatorException(operator, operands, e);
    }
  }
}
