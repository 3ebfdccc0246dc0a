package fr.gestmat.reports.datamatrix;

import com.google.zxing.common.BitMatrix;

/**
 * A square code of a known number of modules laid over a picture. The border of each of its regions
 * is known beforehand (solid left and below, dashed right and above, white around): how well the
 * picture agrees says how well the grid lies.
 */
final class CodeGrid {

  /** Modules of a side of the square codes of ISO/IEC 16022, and of each of their regions. */
  static final int[][] SIZES = {
    {10, 10}, {12, 12}, {14, 14}, {16, 16}, {18, 18}, {20, 20}, {22, 22}, {24, 24}, {26, 26},
    {32, 16}, {36, 18}, {40, 20}, {44, 22}, {48, 24}, {52, 26}, {64, 16}, {72, 18}, {80, 20},
    {88, 22}, {96, 24}, {104, 26}, {120, 20}, {132, 22}, {144, 24}
  };

  private static final int AROUND = 5;

  private final GrayPicture picture;
  private final int size;
  private final int[] columns;
  private final int[] rows;
  private final boolean[] dark;

  CodeGrid(GrayPicture picture, int size, int region) {
    this.picture = picture;
    this.size = size;
    int regions = size / region;
    int most = 2 * regions * 2 * size + 4 * size;
    int[] c = new int[most];
    int[] r = new int[most];
    boolean[] k = new boolean[most];
    int n = 0;
    for (int border = 0; border < regions; border++) {
      int first = border * region;
      int last = first + region - 1;
      for (int i = 0; i < size; i++) {
        n = add(c, r, k, n, first, i, true);
        n = add(c, r, k, n, last, i, i % 2 == 1);
        n = add(c, r, k, n, i, last, true);
        n = add(c, r, k, n, i, first, i % 2 == 0);
      }
    }
    for (int i = 0; i < size; i++) {
      n = add(c, r, k, n, -1, i, false);
      n = add(c, r, k, n, size, i, false);
      n = add(c, r, k, n, i, -1, false);
      n = add(c, r, k, n, i, size, false);
    }
    this.columns = java.util.Arrays.copyOf(c, n);
    this.rows = java.util.Arrays.copyOf(r, n);
    this.dark = java.util.Arrays.copyOf(k, n);
  }

  private static int add(int[] c, int[] r, boolean[] k, int n, int x, int y, boolean dark) {
    c[n] = x;
    r[n] = y;
    k[n] = dark;
    return n + 1;
  }

  int size() {
    return size;
  }

  /**
   * How much brighter the modules are that must be white than those that must be dark, 0 to 255.
   */
  double agreement(Quad quad) {
    double[] p = quad.perspective();
    double light = 0;
    double ink = 0;
    int darks = 0;
    for (int i = 0; i < dark.length; i++) {
      double value = module(p, columns[i], rows[i]);
      if (dark[i]) {
        ink += value;
        darks++;
      } else {
        light += value;
      }
    }
    return light / (dark.length - darks) - ink / darks;
  }

  private double module(double[] p, int column, int row) {
    double u = (column + 0.5) / size;
    double v = (row + 0.5) / size;
    double w = p[6] * u + p[7] * v + p[8];
    return picture.at((p[0] * u + p[1] * v + p[2]) / w, (p[3] * u + p[4] * v + p[5]) / w);
  }

  /** Moves the corners, ever more finely, as long as the picture agrees more. */
  Quad settled(Quad from) {
    double module = from.side(0) / size;
    Quad best = from;
    double most = agreement(best);
    for (double step = 1.2 * module; step > 0.06 * module; step /= 1.7) {
      boolean better = true;
      for (int round = 0; better && round < 6; round++) {
        better = false;
        for (int corner = 0; corner < 4; corner++) {
          for (int direction = 0; direction < 8; direction++) {
            double angle = direction * Math.PI / 4;
            Quad next = best.moved(corner, step * Math.cos(angle), step * Math.sin(angle));
            double agreed = agreement(next);
            if (agreed > most) {
              most = agreed;
              best = next;
              better = true;
            }
          }
        }
      }
    }
    return best;
  }

  /** The modules, each compared with those around it. */
  BitMatrix modules(Quad quad) {
    double[] p = quad.perspective();
    double[][] mean = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        mean[row][column] = inner(p, column, row);
      }
    }
    BitMatrix bits = new BitMatrix(size);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        if (mean[row][column] < around(mean, column, row)) {
          bits.set(column, row);
        }
      }
    }
    return bits;
  }

  private double inner(double[] p, int column, int row) {
    double sum = 0;
    for (int j = -1; j <= 1; j++) {
      for (int i = -1; i <= 1; i++) {
        double u = (column + 0.5 + i * 0.2) / size;
        double v = (row + 0.5 + j * 0.2) / size;
        double w = p[6] * u + p[7] * v + p[8];
        sum += picture.at((p[0] * u + p[1] * v + p[2]) / w, (p[3] * u + p[4] * v + p[5]) / w);
      }
    }
    return sum / 9;
  }

  private double around(double[][] mean, int column, int row) {
    double least = 255;
    double most = 0;
    for (int j = Math.max(0, row - AROUND); j <= Math.min(size - 1, row + AROUND); j++) {
      for (int i = Math.max(0, column - AROUND); i <= Math.min(size - 1, column + AROUND); i++) {
        least = Math.min(least, mean[j][i]);
        most = Math.max(most, mean[j][i]);
      }
    }
    return (least + most) / 2;
  }
}
