package fr.gestmat.reports.datamatrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Blots of a closed mask that may be codes: about as wide as high whichever way they are turned.
 */
final class Blots {

  /** Pixels of the smallest side: below, a module is less than a pixel. */
  private static final int SMALLEST = 22;

  private static final int MOST = 12;

  private Blots() {}

  /** The quads around the blots of a mask, the largest first. */
  static List<Quad> of(InkMask closed, InkMask ink) {
    int w = closed.width();
    int h = closed.height();
    boolean[] seen = new boolean[w * h];
    int[] queue = new int[w * h];
    List<Quad> found = new ArrayList<>();
    for (int start = 0; start < w * h; start++) {
      if (seen[start] || !closed.at(start % w, start / w)) {
        continue;
      }
      int size = flood(closed, seen, queue, start);
      if (size >= SMALLEST * SMALLEST) {
        Quad box = smallestBox(queue, size, w);
        if (looksLikeACode(box, size, queue, ink)) {
          found.add(box);
        }
      }
    }
    found.sort(Comparator.comparingDouble(Quad::area).reversed());
    return found.size() > MOST ? List.copyOf(found.subList(0, MOST)) : List.copyOf(found);
  }

  private static boolean looksLikeACode(Quad box, int size, int[] queue, InkMask ink) {
    double a = box.side(0);
    double b = box.side(1);
    if (Math.min(a, b) < SMALLEST || Math.max(a, b) > 1.9 * Math.min(a, b)) {
      return false;
    }
    if (size < 0.55 * box.area()) {
      return false;
    }
    int dark = 0;
    for (int i = 0; i < size; i++) {
      if (ink.at(queue[i] % ink.width(), queue[i] / ink.width())) {
        dark++;
      }
    }
    return dark > 0.22 * size && dark < 0.85 * size;
  }

  private static int flood(InkMask mask, boolean[] seen, int[] queue, int start) {
    int w = mask.width();
    int h = mask.height();
    int head = 0;
    int tail = 0;
    queue[tail++] = start;
    seen[start] = true;
    while (head < tail) {
      int at = queue[head++];
      int x = at % w;
      int y = at / w;
      for (int side = 0; side < 4; side++) {
        int nx = x + (side == 0 ? 1 : side == 1 ? -1 : 0);
        int ny = y + (side == 2 ? 1 : side == 3 ? -1 : 0);
        if (nx >= 0 && ny >= 0 && nx < w && ny < h && !seen[ny * w + nx] && mask.at(nx, ny)) {
          seen[ny * w + nx] = true;
          queue[tail++] = ny * w + nx;
        }
      }
    }
    return tail;
  }

  /** The rectangle of least area, by trying every degree of a quarter turn. */
  private static Quad smallestBox(int[] points, int size, int w) {
    Quad best = null;
    int step = Math.max(1, size / 4000);
    double least = Double.MAX_VALUE;
    for (int degree = 0; degree < 90; degree += 2) {
      double c = Math.cos(Math.toRadians(degree));
      double s = Math.sin(Math.toRadians(degree));
      double minU = Double.MAX_VALUE;
      double maxU = -Double.MAX_VALUE;
      double minV = Double.MAX_VALUE;
      double maxV = -Double.MAX_VALUE;
      for (int i = 0; i < size; i += step) {
        double x = points[i] % w + 0.5;
        double y = points[i] / w + 0.5;
        double u = x * c + y * s;
        double v = y * c - x * s;
        minU = Math.min(minU, u);
        maxU = Math.max(maxU, u);
        minV = Math.min(minV, v);
        maxV = Math.max(maxV, v);
      }
      if ((maxU - minU) * (maxV - minV) < least) {
        least = (maxU - minU) * (maxV - minV);
        best = Quad.box(c, s, minU, minV, maxU, maxV);
      }
    }
    return java.util.Objects.requireNonNull(best);
  }
}
