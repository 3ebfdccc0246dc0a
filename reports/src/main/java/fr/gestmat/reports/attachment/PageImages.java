package fr.gestmat.reports.attachment;

import fr.gestmat.reports.pdf.BoundedRenderer;
import fr.gestmat.reports.pdf.PdfFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a document as pictures, one at a time in memory, to look for codes on them. */
public final class PageImages {

  /** Pages that are looked at: a tax notice has its code on one of the first. */
  public static final int MOST = 4;

  private static final float DPI = 300;

  /** Longest side of a picture in dots: an A4 page at 300 dots per inch, or 12 million pixels. */
  private static final int LONGEST_SIDE = 4_100;

  private PageImages() {}

  /**
   * Shows the first pages until one is enough.
   *
   * @param enough takes a page; true ends it
   * @return whether one was enough
   * @throws IOException if the document cannot be read
   */
  public static boolean show(Path file, AttachmentKind kind, Predicate<BufferedImage> enough)
      throws IOException {
    try {
      return switch (kind) {
        case PDF -> pages(file, enough);
        case JPEG, PNG -> enough.test(picture(file));
        case HEIC -> false;
      };
    } catch (RuntimeException e) {
      // Decoders and renderers answer broken files with whatever exception comes first.
      throw new IOException("the document cannot be drawn", e);
    }
  }

  private static boolean pages(Path file, Predicate<BufferedImage> enough) throws IOException {
    try (PDDocument document = PdfFile.open(file)) {
      PDFRenderer renderer = new BoundedRenderer(document);
      renderer.setSubsamplingAllowed(true);
      for (int i = 0; i < Math.min(MOST, document.getNumberOfPages()); i++) {
        PDPage page = document.getPage(i);
        float longest = Math.max(page.getCropBox().getWidth(), page.getCropBox().getHeight());
        float dpi = Math.min(DPI, LONGEST_SIDE * 72f / Math.max(1, longest));
        if (enough.test(renderer.renderImageWithDPI(i, dpi, ImageType.GRAY))) {
          return true;
        }
      }
      return false;
    }
  }

  /** Made smaller while it is read, if it is larger than a code needs. */
  private static BufferedImage picture(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no picture");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, (int) Math.ceil(longest / (double) LONGEST_SIDE));
        ImageReadParam smaller = reader.getDefaultReadParam();
        smaller.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, smaller);
      } finally {
        reader.dispose();
      }
    }
  }
}
