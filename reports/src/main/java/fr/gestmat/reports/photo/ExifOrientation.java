package fr.gestmat.reports.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads from a JPEG how the camera was held; everything else that it wrote is left alone. */
final class ExifOrientation {
  private static final int UPRIGHT = 1;
  private static final int APP1 = 0xE1;
  private static final int SCAN = 0xDA;
  private static final int TAG = 0x0112;
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

  private ExifOrientation() {}

  /** 1 to 8 as EXIF counts; 1 when nothing, or nothing sane, is said. */
  static int of(byte[] jpeg) {
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
      int marker = jpeg[at + 1] & 0xFF;
      int length = (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
      if (marker == SCAN || length < 2) {
        return UPRIGHT;
      }
      if (marker == APP1 && isExif(jpeg, at + 4)) {
        return directory(jpeg, at + 4 + EXIF.length, Math.min(jpeg.length, at + 2 + length));
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  private static boolean isExif(byte[] jpeg, int at) {
    for (int i = 0; i < EXIF.length; i++) {
      if (at + i >= jpeg.length || jpeg[at + i] != EXIF[i]) {
        return false;
      }
    }
    return true;
  }

  /** The first directory of the TIFF that begins at {@code from}. */
  private static int directory(byte[] jpeg, int from, int to) {
    if (from + 8 > to) {
      return UPRIGHT;
    }
    ByteBuffer tiff = ByteBuffer.wrap(jpeg, from, to - from).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long first = tiff.getInt(4) & 0xFFFFFFFFL;
    if (first + 2 > tiff.limit()) {
      return UPRIGHT;
    }
    int entries = tiff.getShort((int) first) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      long at = first + 2 + 12L * i;
      if (at + 12 > tiff.limit()) {
        return UPRIGHT;
      }
      if ((tiff.getShort((int) at) & 0xFFFF) == TAG) {
        int orientation = tiff.getShort((int) at + 8) & 0xFFFF;
        return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
