package fr.gestmat.reports.datamatrix;

/** What is ink on a picture: darker than what is around it, whatever the light is like. */
final class InkMask {

  /** Pixels around that a pixel is compared with, to each side. */
  private static final int AROUND = 14;

  /** How much darker than its surroundings ink is at least. */
  private static final int DARKER = 7;

  private final int width;
  private final int height;
  private final boolean[] ink;

  private InkMask(int width, int height, boolean[] ink) {
    this.width = width;
    this.height = height;
    this.ink = ink;
  }

  static InkMask of(GrayPicture picture) {
    int w = picture.width();
    int h = picture.height();
    int[] sums = new int[(w + 1) * (h + 1)];
    for (int y = 0; y < h; y++) {
      int row = 0;
      for (int x = 0; x < w; x++) {
        row += picture.at(x, y);
        sums[(y + 1) * (w + 1) + x + 1] = sums[y * (w + 1) + x + 1] + row;
      }
    }
    boolean[] ink = new boolean[w * h];
    for (int y = 0; y < h; y++) {
      int top = Math.max(0, y - AROUND);
      int bottom = Math.min(h, y + AROUND + 1);
      for (int x = 0; x < w; x++) {
        int left = Math.max(0, x - AROUND);
        int right = Math.min(w, x + AROUND + 1);
        int mean = box(sums, w, left, top, right, bottom) / ((right - left) * (bottom - top));
        ink[y * w + x] = picture.at(x, y) < mean - DARKER;
      }
    }
    return new InkMask(w, h, ink);
  }

  private static int box(int[] sums, int w, int left, int top, int right, int bottom) {
    return sums[bottom * (w + 1) + right]
        - sums[top * (w + 1) + right]
        - sums[bottom * (w + 1) + left]
        + sums[top * (w + 1) + left];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean at(int x, int y) {
    return ink[y * width + x];
  }

  /** Ink with the gaps up to twice {@code radius} closed: a code becomes one blot. */
  InkMask closed(int radius) {
    boolean[] grown = spread(ink, radius, true);
    return new InkMask(width, height, spread(grown, radius, false));
  }

  private boolean[] spread(boolean[] from, int radius, boolean value) {
    boolean[] rows = new boolean[from.length];
    for (int y = 0; y < height; y++) {
      line(from, rows, y * width, 1, width, radius, value);
    }
    boolean[] all = new boolean[from.length];
    for (int x = 0; x < width; x++) {
      line(rows, all, x, width, height, radius, value);
    }
    return all;
  }

  private static void line(
      boolean[] from, boolean[] to, int start, int step, int length, int radius, boolean value) {
    int last = Integer.MIN_VALUE / 2;
    int next = 0;
    for (int i = 0; i < length; i++) {
      while (next < length && next <= i + radius) {
        if (from[start + next * step] == value) {
          last = next;
        }
        next++;
      }
      to[start + i * step] = (last >= i - radius) == value;
    }
  }
}
