package fr.gestmat.reports.datamatrix;

/**
 * Four corners, in the order in which one walks around with the inside to the right: top left, top
 * right, bottom right, bottom left.
 */
final class Quad {

  private final double[] x;
  private final double[] y;

  Quad(double[] x, double[] y) {
    this.x = x.clone();
    this.y = y.clone();
  }

  /** A rectangle whose axes are turned by the angle with this cosine and sine. */
  static Quad box(double c, double s, double u0, double v0, double u1, double v1) {
    double[] u = {u0, u1, u1, u0};
    double[] v = {v0, v0, v1, v1};
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      x[i] = u[i] * c - v[i] * s;
      y[i] = u[i] * s + v[i] * c;
    }
    return new Quad(x, y);
  }

  double x(int corner) {
    return x[corner & 3];
  }

  double y(int corner) {
    return y[corner & 3];
  }

  /** Length from a corner to the next. */
  double side(int corner) {
    return Math.hypot(x(corner + 1) - x(corner), y(corner + 1) - y(corner));
  }

  double area() {
    double twice = 0;
    for (int i = 0; i < 4; i++) {
      twice += x(i) * y(i + 1) - x(i + 1) * y(i);
    }
    return Math.abs(twice) / 2;
  }

  Quad times(double factor) {
    double[] px = x.clone();
    double[] py = y.clone();
    for (int i = 0; i < 4; i++) {
      px[i] *= factor;
      py[i] *= factor;
    }
    return new Quad(px, py);
  }

  /** The same corners, beginning with another one. */
  Quad turned(int by) {
    double[] px = new double[4];
    double[] py = new double[4];
    for (int i = 0; i < 4; i++) {
      px[i] = x(i + by);
      py[i] = y(i + by);
    }
    return new Quad(px, py);
  }

  Quad moved(int corner, double dx, double dy) {
    double[] px = x.clone();
    double[] py = y.clone();
    px[corner] += dx;
    py[corner] += dy;
    return new Quad(px, py);
  }

  /**
   * Where the points of the unit square lie on the picture, by perspective.
   *
   * @return nine numbers: x = (a0 u + a1 v + a2) / (a6 u + a7 v + a8), and y with a3 to a5
   */
  double[] perspective() {
    double dx3 = x[0] - x[1] + x[2] - x[3];
    double dy3 = y[0] - y[1] + y[2] - y[3];
    double dx1 = x[1] - x[2];
    double dx2 = x[3] - x[2];
    double dy1 = y[1] - y[2];
    double dy2 = y[3] - y[2];
    double d = dx1 * dy2 - dx2 * dy1;
    double g = (dx3 * dy2 - dx2 * dy3) / d;
    double k = (dx1 * dy3 - dx3 * dy1) / d;
    return new double[] {
      x[1] - x[0] + g * x[1],
      x[3] - x[0] + k * x[3],
      x[0],
      y[1] - y[0] + g * y[1],
      y[3] - y[0] + k * y[3],
      y[0],
      g,
      k,
      1
    };
  }
}
