package fr.gestmat.reports.agreement;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A signature drawn on a screen. What a browser sends is trusted for nothing: it must be a PNG of a
 * sensible size with something drawn on it, and is written anew.
 */
public final class DrawnSignature {

  /** Largest picture that is accepted, in bytes. */
  public static final int MOST_BYTES = 300_000;

  private static final int LONGEST_SIDE = 2_400;
  private static final int FEWEST_DARK_DOTS = 40;
  private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private DrawnSignature() {}

  /**
   * The picture on white, without anything else that the file held.
   *
   * @return empty if it is no PNG, is too large, or has nothing drawn on it
   */
  public static Optional<byte[]> clean(byte[] sent) {
    if (sent.length > MOST_BYTES
        || sent.length < MAGIC.length
        || !Arrays.equals(MAGIC, Arrays.copyOf(sent, MAGIC.length))) {
      return Optional.empty();
    }
    try {
      return read(sent).filter(DrawnSignature::isDrawn).map(DrawnSignature::write);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<BufferedImage> read(byte[] sent) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > LONGEST_SIDE) {
          return Optional.empty();
        }
        BufferedImage onWhite = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = onWhite.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(reader.read(0), 0, 0, null);
        canvas.dispose();
        return Optional.of(onWhite);
      } finally {
        reader.dispose();
      }
    }
  }

  /** Whether more than a slip of the finger is on it. */
  private static boolean isDrawn(BufferedImage picture) {
    int[] dots =
        picture
            .getRaster()
            .getSamples(0, 0, picture.getWidth(), picture.getHeight(), 0, (int[]) null);
    return Arrays.stream(dots).filter(dot -> dot < 128).limit(FEWEST_DARK_DOTS).count()
        == FEWEST_DARK_DOTS;
  }

  private static byte[] write(BufferedImage picture) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be written", e);
    }
  }
}
