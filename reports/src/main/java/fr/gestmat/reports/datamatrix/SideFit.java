package fr.gestmat.reports.datamatrix;

/**
 * Finds the true corners of a code that a box surrounds. From outside, along many lines across each
 * side, the first ink is looked for; the line on which most of it lies is the side. On the two
 * dashed sides every second module is missing: half of the points still agree.
 */
final class SideFit {

  private static final int POINTS = 160;

  private SideFit() {}

  /** The quad whose sides the ink agrees on. */
  static Quad fit(Quad box, InkMask ink) {
    double[][] lines = new double[4][];
    for (int side = 0; side < 4; side++) {
      lines[side] = line(box, side, ink);
    }
    double[] x = new double[4];
    double[] y = new double[4];
    for (int corner = 0; corner < 4; corner++) {
      double[] p = lines[(corner + 3) & 3];
      double[] q = lines[corner];
      double d = p[0] * q[1] - q[0] * p[1];
      if (Math.abs(d) < 0.3) {
        return box;
      }
      x[corner] = (p[2] * q[1] - q[2] * p[1]) / d;
      y[corner] = (p[0] * q[2] - q[0] * p[2]) / d;
    }
    return new Quad(x, y);
  }

  /** The line of a side as (nx, ny, c) with nx x + ny y = c. */
  private static double[] line(Quad box, int side, InkMask ink) {
    double ax = box.x(side);
    double ay = box.y(side);
    double length = box.side(side);
    double tx = (box.x(side + 1) - ax) / length;
    double ty = (box.y(side + 1) - ay) / length;
    double nx = -ty;
    double ny = tx;
    double depth = box.side(side + 1);
    double[] s = new double[POINTS];
    double[] d = new double[POINTS];
    int found = 0;
    for (int i = 0; i < POINTS; i++) {
      double along = length * (0.02 + 0.96 * i / (POINTS - 1));
      for (double in = -2; in < depth * 0.45; in += 0.5) {
        int px = (int) Math.floor(ax + tx * along + nx * in);
        int py = (int) Math.floor(ay + ty * along + ny * in);
        if (px >= 0 && py >= 0 && px < ink.width() && py < ink.height() && ink.at(px, py)) {
          s[found] = along;
          d[found++] = in;
          break;
        }
      }
    }
    double[] best = mostAgreed(s, d, found, length);
    // d = best[0] + best[1] s, in the box's own directions.
    double px = ax + nx * best[0];
    double py = ay + ny * best[0];
    double qx = px + tx * length + nx * best[1] * length;
    double qy = py + ty * length + ny * best[1] * length;
    double norm = Math.hypot(qx - px, qy - py);
    double lx = -(qy - py) / norm;
    double ly = (qx - px) / norm;
    return new double[] {lx, ly, lx * px + ly * py};
  }

  private static double[] mostAgreed(double[] s, double[] d, int n, double length) {
    double[] best = {0, 0};
    double most = -1;
    double near = Math.max(0.8, length / 140);
    for (int i = 0; i < n; i += 2) {
      for (int j = i + n / 4; j < n; j += 3) {
        double slope = (d[j] - d[i]) / (s[j] - s[i]);
        double start = d[i] - slope * s[i];
        if (Math.abs(slope) > 0.6) {
          continue;
        }
        double score = 0;
        for (int k = 0; k < n; k++) {
          double off = d[k] - start - slope * s[k];
          if (Math.abs(off) < near) {
            score += 1 - Math.abs(off) / near / 2;
          } else if (off < 0) {
            score -= 0.7;
          }
        }
        if (score > most) {
          most = score;
          best = new double[] {start, slope};
        }
      }
    }
    return refined(s, d, n, near, best);
  }

  private static double[] refined(double[] s, double[] d, int n, double near, double[] from) {
    double sw = 0;
    double ss = 0;
    double sd = 0;
    double sss = 0;
    double ssd = 0;
    for (int k = 0; k < n; k++) {
      if (Math.abs(d[k] - from[0] - from[1] * s[k]) < near) {
        sw++;
        ss += s[k];
        sd += d[k];
        sss += s[k] * s[k];
        ssd += s[k] * d[k];
      }
    }
    double det = sw * sss - ss * ss;
    if (sw < 4 || Math.abs(det) < 1e-6) {
      return from;
    }
    return new double[] {(sd * sss - ss * ssd) / det, (sw * ssd - ss * sd) / det};
  }
}
