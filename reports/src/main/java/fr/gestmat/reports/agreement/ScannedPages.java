package fr.gestmat.reports.agreement;

import fr.gestmat.reports.pdf.BoundedRenderer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A scanned stack taken apart: each page with the barcode that was found on it, as a file of its
 * own. The bytes say what the file is, not its name.
 */
public final class ScannedPages {

  /** Most pages of one file. */
  public static final int MOST = 1_000;

  private static final float DPI = 200;

  /** Longest side of a picture that is looked at, in dots: an A4 page at 300 dots per inch. */
  private static final int LONGEST_SIDE = 3_600;

  /** Pictures beyond this many dots are not even opened. */
  private static final long MOST_DOTS = 120_000_000L;

  private ScannedPages() {}

  /** What a file can be. */
  public enum Kind {
    /** A stack. */
    PDF("application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'}),
    /** One page. */
    JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
    /** One page. */
    PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});

    private final String mediaType;
    private final byte[] magic;

    Kind(String mediaType, byte[] magic) {
      this.mediaType = mediaType;
      this.magic = magic;
    }

    /** Media type. */
    public String mediaType() {
      return mediaType;
    }

    /** What the first bytes of a file say; empty if it is none of these. */
    public static Optional<Kind> of(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] head = in.readNBytes(8);
        return Arrays.stream(values())
            .filter(k -> head.length >= k.magic.length)
            .filter(k -> Arrays.equals(k.magic, Arrays.copyOf(head, k.magic.length)))
            .findFirst();
      }
    }
  }

  /**
   * A page.
   *
   * @param number from 1
   * @param total pages of the file
   * @param code the code of ours that was found on it
   */
  public record Found(int number, int total, Optional<String> code) {}

  /**
   * Takes pages one by one.
   *
   * @param <E> what it may throw
   */
  @FunctionalInterface
  public interface Sink<E extends Exception> {
    /**
     * Takes one.
     *
     * @param writer writes it as a file of its own
     */
    void take(Found page, Writer writer) throws IOException, E;
  }

  /** Writes a page. */
  @FunctionalInterface
  public interface Writer {
    /** Writes it to an existing file. */
    void to(Path target) throws IOException;
  }

  /** The file is broken, has a password, or holds too many pages. */
  public static final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String why) {
      super(why);
    }

    UnreadableException(IOException cause) {
      super(cause);
    }
  }

  /**
   * Hands over every page, one at a time in memory. A page that cannot be drawn has no code.
   *
   * @param <E> what the sink may throw
   * @param ours tells our codes from others
   * @return how many pages
   * @throws UnreadableException if the file is broken, has a password, or more than {@link #MOST}
   *     pages; before any page was handed over
   * @throws IOException if a page cannot be written
   * @throws E what the sink threw
   */
  public static <E extends Exception> int read(
      Path file, Kind kind, Predicate<String> ours, Sink<E> sink) throws IOException, E {
    if (kind != Kind.PDF) {
      Found page = new Found(1, 1, PageMark.read(picture(file), ours));
      sink.take(
          page,
          target -> Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING));
      return 1;
    }
    try (PDDocument stack = open(file)) {
      int total = stack.getNumberOfPages();
      if (total == 0 || total > MOST) {
        throw new UnreadableException(total + " pages");
      }
      PDFRenderer renderer = new BoundedRenderer(stack);
      renderer.setSubsamplingAllowed(true);
      for (int i = 0; i < total; i++) {
        PDPage page = stack.getPage(i);
        Optional<String> code = render(renderer, page, i).flatMap(p -> PageMark.read(p, ours));
        sink.take(new Found(i + 1, total, code), target -> write(page, target));
      }
      return total;
    }
  }

  private static PDDocument open(Path file) throws UnreadableException {
    try {
      return Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }

  private static Optional<BufferedImage> render(PDFRenderer renderer, PDPage page, int index) {
    float longest = Math.max(page.getCropBox().getWidth(), page.getCropBox().getHeight());
    float dpi = Math.min(DPI, LONGEST_SIDE * 72f / Math.max(1, longest));
    try {
      return Optional.of(renderer.renderImageWithDPI(index, dpi, ImageType.GRAY));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The page alone, without what else a document can hold: scripts, attachments, forms. */
  private static void write(PDPage page, Path target) throws IOException {
    try (PDDocument alone = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      PDPage copy = alone.importPage(page);
      copy.getCOSObject().removeItem(org.apache.pdfbox.cos.COSName.AA);
      copy.getCOSObject().removeItem(org.apache.pdfbox.cos.COSName.ANNOTS);
      alone.save(target.toFile());
    }
  }

  /** A picture, made smaller while it is read if it is larger than a page needs. */
  private static BufferedImage picture(Path file) throws UnreadableException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new UnreadableException("no picture");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_DOTS) {
          throw new UnreadableException("picture too large");
        }
        ImageReadParam smaller = reader.getDefaultReadParam();
        int step = Math.max(1, longest / LONGEST_SIDE);
        smaller.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, smaller);
      } catch (RuntimeException e) {
        throw new UnreadableException(new IOException("broken picture", e));
      } finally {
        reader.dispose();
      }
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }
}
