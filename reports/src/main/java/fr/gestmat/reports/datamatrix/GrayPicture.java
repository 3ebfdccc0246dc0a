package fr.gestmat.reports.datamatrix;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Brightness of a picture, 0 (black) to 255, one byte a pixel. */
final class GrayPicture {

  private final int width;
  private final int height;
  private final byte[] pixels;

  private GrayPicture(int width, int height, byte[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** The brightness of an image; what is transparent counts as white. */
  static GrayPicture of(BufferedImage image) {
    BufferedImage gray = image;
    // A part of a picture lies in the bytes of the whole.
    if (image.getType() != BufferedImage.TYPE_BYTE_GRAY || image.getRaster().getParent() != null) {
      gray = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D graphics = gray.createGraphics();
      graphics.setColor(java.awt.Color.WHITE);
      graphics.fillRect(0, 0, gray.getWidth(), gray.getHeight());
      graphics.drawImage(image, 0, 0, null);
      graphics.dispose();
    }
    return new GrayPicture(
        gray.getWidth(),
        gray.getHeight(),
        ((DataBufferByte) gray.getRaster().getDataBuffer()).getData());
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int at(int x, int y) {
    return pixels[y * width + x] & 0xFF;
  }

  /** Brightness between pixels; beyond the edge it is white, as paper is. */
  double at(double x, double y) {
    int left = (int) Math.floor(x - 0.5);
    int top = (int) Math.floor(y - 0.5);
    if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
      return 255;
    }
    double dx = x - 0.5 - left;
    double dy = y - 0.5 - top;
    int at = top * width + left;
    double above = (pixels[at] & 0xFF) * (1 - dx) + (pixels[at + 1] & 0xFF) * dx;
    double below = (pixels[at + width] & 0xFF) * (1 - dx) + (pixels[at + width + 1] & 0xFF) * dx;
    return above * (1 - dy) + below * dy;
  }

  /** The picture made smaller: each pixel is the mean of {@code step} times {@code step}. */
  GrayPicture smaller(int step) {
    if (step == 1) {
      return this;
    }
    int w = width / step;
    int h = height / step;
    byte[] small = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int sum = 0;
        for (int j = 0; j < step; j++) {
          int row = (y * step + j) * width + x * step;
          for (int i = 0; i < step; i++) {
            sum += pixels[row + i] & 0xFF;
          }
        }
        small[y * w + x] = (byte) (sum / (step * step));
      }
    }
    return new GrayPicture(w, h, small);
  }
}
