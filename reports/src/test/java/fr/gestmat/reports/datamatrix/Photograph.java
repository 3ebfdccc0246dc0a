package fr.gestmat.reports.datamatrix;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * What a camera or a scanner makes of a page: turned, tilted, unevenly lit, blurred, noisy, JPEG.
 *
 * @param width of the picture in pixels
 * @param height likewise
 * @param degrees by which the page is turned
 * @param tilt 0 for none; 0.3 is a telephone held carelessly
 * @param light 0 for even; 0.4 leaves a dark corner
 * @param noise standard deviation of brightness
 * @param blur radius in pixels
 */
record Photograph(
    int width, int height, double degrees, double tilt, double light, double noise, int blur) {

  BufferedImage of(BufferedImage page, Random random) throws Exception {
    double[][] corners = corners(page, random.nextDouble() * Math.PI * 2);
    double[] to = new Quad(corners[0], corners[1]).perspective();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    double[] from = inverse(to);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int part = 0; part < 4; part++) {
          sum += seen(page, from, x + 0.25 + 0.5 * (part & 1), y + 0.25 + 0.25 * (part & 2));
        }
        double lit = 1 - light * (0.7 * x / width + 0.5 * y / height);
        double value = 25 + sum / 4 * 0.82 * lit + random.nextGaussian() * noise;
        picture.getRaster().setSample(x, y, 0, (int) Math.max(0, Math.min(255, value)));
      }
    }
    return jpeg(blur == 0 ? picture : blurred(picture));
  }

  private double[][] corners(BufferedImage page, double direction) {
    double scale =
        0.85 * Math.min((double) width / page.getWidth(), (double) height / page.getHeight());
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      double px = (i == 1 || i == 2 ? 0.5 : -0.5) * page.getWidth() * scale;
      double py = (i >= 2 ? 0.5 : -0.5) * page.getHeight() * scale;
      double u = px * c - py * s;
      double v = px * s + py * c;
      double far =
          1
              + tilt
                  * 2
                  * (u * Math.cos(direction) + v * Math.sin(direction))
                  / Math.max(width, height);
      x[i] = width / 2.0 + u / far;
      y[i] = height / 2.0 + v / far;
    }
    return new double[][] {x, y};
  }

  private static double seen(BufferedImage page, double[] m, double x, double y) {
    double w = m[6] * x + m[7] * y + m[8];
    int u = (int) Math.floor((m[0] * x + m[1] * y + m[2]) / w * page.getWidth());
    int v = (int) Math.floor((m[3] * x + m[4] * y + m[5]) / w * page.getHeight());
    return u < 0 || v < 0 || u >= page.getWidth() || v >= page.getHeight()
        ? 70
        : page.getRaster().getSample(u, v, 0);
  }

  private static double[] inverse(double[] m) {
    return new double[] {
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
  }

  private BufferedImage blurred(BufferedImage picture) {
    int side = 2 * blur + 1;
    float[] even = new float[side * side];
    java.util.Arrays.fill(even, 1f / even.length);
    return new ConvolveOp(new Kernel(side, side, even), ConvolveOp.EDGE_NO_OP, null)
        .filter(picture, null);
  }

  private static BufferedImage jpeg(BufferedImage picture) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(0.8f);
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
  }
}
