package fr.gestmat.reports.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the streams of one PDF may hold. PDFBox decodes a stream whole into memory, so each is first
 * decoded into nothing and counted.
 */
final class PdfBudget {

  /** Bytes of one picture: an A4 page in colours at 600 dots per inch. */
  static final long PICTURE = 105_000_000;

  /** Bytes of one stream that is no picture: a page's drawing, a typeface. */
  static final long OTHER = 16_000_000;

  /** Bytes of all streams that tell of objects, which become objects all at once. */
  static final long STRUCTURE = 8_000_000;

  /** Bytes of all streams. */
  static final long ALL = 600_000_000;

  /** Arrays, dictionaries and strings of one stream that is no picture. */
  static final long OPENINGS = 2_000_000;

  /** Pixels of a picture in colours or greys. */
  static final long PIXELS = 50_000_000;

  /** Pixels of a picture in black and white. */
  static final long DOTS = 120_000_000;

  private static final long BETWEEN = 32_000_000;
  private static final int FILTERS = 3;
  private static final int COLUMNS = 200_000;
  private static final Set<String> OF_PICTURES =
      Set.of("DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode");

  private long left = ALL;
  private long structure = STRUCTURE;

  /** Takes a stream off the budget. */
  void take(COSStream stream) throws IOException {
    boolean picture = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
    try (InputStream in = stream.createRawInputStream()) {
      left -= measure(stream, in, Math.min(left, picture ? PICTURE : OTHER), picture);
    }
  }

  /** Takes a stream off that tells of objects. */
  void takeStructure(COSStream stream) throws IOException {
    try (InputStream in = stream.createRawInputStream()) {
      structure -= measure(stream, in, structure, false);
    }
  }

  /** Takes a picture off that stands in the drawing of a page. */
  void take(COSDictionary parameters, byte[] data) throws IOException {
    left -= measure(parameters, new ByteArrayInputStream(data), Math.min(left, PICTURE), true);
  }

  private static long measure(COSDictionary stream, InputStream raw, long most, boolean picture)
      throws IOException {
    List<String> filters = names(stream.getDictionaryObject(COSName.FILTER, COSName.F));
    if (filters.size() > FILTERS) {
      throw new TooMuchException(filters.size() + " filters");
    }
    checkColumns(
        stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP),
        stream.getInt(COSName.HEIGHT, COSName.H, 0));
    if (picture) {
      boolean black = stream.getInt(COSName.BITS_PER_COMPONENT, COSName.BPC, 1) == 1;
      checkPixels(
          stream.getInt(COSName.WIDTH, COSName.W, 0),
          stream.getInt(COSName.HEIGHT, COSName.H, 0),
          black ? DOTS : PIXELS);
    }
    InputStream in = raw;
    for (int i = 0; i < filters.size(); i++) {
      if (OF_PICTURES.contains(filters.get(i))) {
        checkPicture(in);
        return 0;
      }
      boolean last = i == filters.size() - 1;
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      Counted out =
          new Counted(
              last ? most : BETWEEN,
              last && !picture ? OPENINGS : Long.MAX_VALUE,
              last ? OutputStream.nullOutputStream() : kept);
      decode(filters.get(i), in, out, stream, i);
      if (last) {
        return out.bytes();
      }
      in = new ByteArrayInputStream(kept.toByteArray());
    }
    Counted out =
        new Counted(most, picture ? Long.MAX_VALUE : OPENINGS, OutputStream.nullOutputStream());
    in.transferTo(out);
    return out.bytes();
  }

  private static void decode(
      String filter, InputStream in, Counted out, COSDictionary stream, int index)
      throws IOException {
    try {
      FilterFactory.INSTANCE.getFilter(filter).decode(in, out, stream, index);
    } catch (TooMuchException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Broken, and as broken for whoever reads it: what counts is how far it can be read.
      out.check();
    }
    out.check();
  }

  private static List<String> names(@Nullable COSBase filter) {
    List<String> names = new ArrayList<>();
    if (filter instanceof COSName name) {
      names.add(name.getName());
    } else if (filter instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        names.add(array.getObject(i) instanceof COSName name ? name.getName() : "");
      }
    }
    return names;
  }

  /** A decoder makes room for a whole row. */
  private static void checkColumns(@Nullable COSBase parameters, int height)
      throws TooMuchException {
    if (parameters instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        checkColumns(array.getObject(i), height);
      }
    } else if (parameters instanceof COSDictionary dictionary) {
      long columns = dictionary.getInt(COSName.COLUMNS, 1);
      if (columns > COLUMNS) {
        throw new TooMuchException(columns + " columns");
      }
      checkPixels(columns, Math.max(height, dictionary.getInt(COSName.ROWS, 0)), DOTS);
    }
  }

  /** A JPEG says its size itself, whatever the PDF says of it. */
  private static void checkPicture(InputStream in) throws IOException {
    long width;
    long height;
    try (ImageInputStream picture = ImageIO.createImageInputStream(in)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(picture);
      if (!readers.hasNext()) {
        return;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(picture, true, true);
        width = reader.getWidth(0);
        height = reader.getHeight(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Not drawn either.
      return;
    }
    checkPixels(width, height, PIXELS);
  }

  private static void checkPixels(long width, long height, long most) throws TooMuchException {
    if (width > most || height > most || width * height > most) {
      throw new TooMuchException("a picture of " + width + " by " + height);
    }
  }
}
