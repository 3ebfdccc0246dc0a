package fr.gestmat.reports.datamatrix;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Random;

/** The head of an A4 page at 300 dots per inch, with an address, text, a frame and a code. */
final class Printed {

  private static final double DOTS_PER_MM = 300 / 25.4;

  private Printed() {}

  /** A text as long as that of a tax notice. */
  static String text(Random random) {
    StringBuilder text = new StringBuilder("DC04FR000001FFFF23DC2801FR432,75\u001d44");
    random.ints(13, 0, 10).forEach(text::append);
    text.append("45202146ESSAI JEANNE\u001d4A310720244Y12 RUE DES ESSAIS/67000/STRASBOURG\u001d41");
    text.append(10_000 + random.nextInt(80_000)).append("\u001d47");
    random.ints(13, 0, 10).forEach(text::append);
    text.append("48ESSAI PAUL\u001d49");
    random.ints(13, 0, 10).forEach(text::append);
    text.append("4V3542\u001d4W182\u001d4X3724\u001d\u001f");
    random.ints(103, 0, 32).forEach(i -> text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(i)));
    return text.toString();
  }

  static BufferedImage page(String text, double codeMm, Random random) throws Exception {
    int width = (int) (210 * DOTS_PER_MM);
    int height = (int) (148 * DOTS_PER_MM);
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = page.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 38));
    for (int line = 0; line < 5; line++) {
      g.drawString("MME ESSAI JEANNE " + line, (int) (110 * DOTS_PER_MM), 500 + 50 * line);
    }
    for (int y = (int) (70 * DOTS_PER_MM); y < height - 60; y += 50) {
      StringBuilder words = new StringBuilder();
      while (words.length() < 60) {
        words
            .append("revenu brut global net imposable ")
            .append(random.nextInt(90_000))
            .append(' ');
      }
      g.drawString(words.toString(), 220, y);
    }
    g.drawRect(180, (int) (64 * DOTS_PER_MM), width - 360, height);
    draw(g, code(text), 20 * DOTS_PER_MM, 25 * DOTS_PER_MM, codeMm * DOTS_PER_MM);
    g.dispose();
    return page;
  }

  private static BitMatrix code(String text) throws Exception {
    return new DataMatrixWriter()
        .encode(
            text,
            BarcodeFormat.DATA_MATRIX,
            1,
            1,
            Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE));
  }

  private static void draw(Graphics2D g, BitMatrix code, double x, double y, double size) {
    double module = size / code.getWidth();
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int row = 0; row < code.getHeight(); row++) {
      for (int column = 0; column < code.getWidth(); column++) {
        if (code.get(column, row)) {
          path.append(
              new Rectangle2D.Double(x + column * module, y + row * module, module, module), false);
        }
      }
    }
    g.fill(path);
  }
}
