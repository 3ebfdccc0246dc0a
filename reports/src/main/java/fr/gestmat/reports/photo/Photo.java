package fr.gestmat.reports.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A photo as we keep it: JPEG, upright, at most {@link #LONGEST_SIDE} pixels a side, with nothing
 * in it but the picture.
 *
 * @param jpeg its bytes
 * @param width in pixels
 * @param height in pixels
 */
public record Photo(byte[] jpeg, int width, int height) {

  /** Bytes of the largest file that is taken: 10 MB. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  /** Pixels of the largest picture that is decoded: more than any telephone takes. */
  public static final long MOST_PIXELS = 120_000_000L;

  /** Pixels of the longer side of what is kept: a scratch is seen, and a page of ten loads. */
  public static final int LONGEST_SIDE = 1600;

  private static final float QUALITY = 0.82f;

  /**
   * Takes a file as a photo.
   *
   * @param file the bytes as they were sent
   * @throws PhotoException if they are no photo that we take
   */
  public static Photo of(byte[] file) throws PhotoException {
    if (file.length == 0) {
      throw new PhotoException(PhotoProblem.EMPTY);
    }
    if (file.length > MOST_BYTES) {
      throw new PhotoException(PhotoProblem.TOO_LARGE);
    }
    boolean jpeg = begins(file, 0xFF, 0xD8, 0xFF);
    if (!jpeg && !begins(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      throw new PhotoException(PhotoProblem.NOT_A_PHOTO);
    }
    try {
      BufferedImage upright =
          upright(decode(file, jpeg ? "jpeg" : "png"), jpeg ? ExifOrientation.of(file) : 1);
      return new Photo(encode(upright), upright.getWidth(), upright.getHeight());
    } catch (IOException | RuntimeException e) {
      // Decoders answer broken files with whatever exception comes first.
      throw new PhotoException(PhotoProblem.DAMAGED);
    }
  }

  private static boolean begins(byte[] file, int... with) {
    if (file.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((file[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** Decodes no more pixels than needed: a picture of 50 million does not fill the heap. */
  private static BufferedImage decode(byte[] file, String format)
      throws IOException, PhotoException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width * height > MOST_PIXELS) {
        throw new PhotoException(PhotoProblem.TOO_MANY_PIXELS);
      }
      int step = (int) Math.max(1, Math.max(width, height) / (2L * LONGEST_SIDE));
      ImageReadParam every = reader.getDefaultReadParam();
      every.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, every);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage upright(BufferedImage image, int orientation) {
    boolean lies = orientation >= 5;
    double scale =
        Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage drawn =
        new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      AffineTransform turn = turned(orientation, width, height);
      turn.scale((double) width / image.getWidth(), (double) height / image.getHeight());
      graphics.drawImage(image, turn, null);
    } finally {
      graphics.dispose();
    }
    return drawn;
  }

  /** How a picture of this size, as it was stored, is turned to stand upright (EXIF 2.3, 274). */
  private static AffineTransform turned(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static byte[] encode(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
