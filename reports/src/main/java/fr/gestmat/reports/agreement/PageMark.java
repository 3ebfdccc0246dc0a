package fr.gestmat.reports.agreement;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the barcode of a scanned page, whichever way up it lies: the whole page, then its quarters,
 * where bars are larger among the rest.
 */
final class PageMark {

  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.CODE_128));

  private PageMark() {}

  /**
   * The first code that is one of ours.
   *
   * @param ours tells our codes from others that lie on the page
   */
  static Optional<String> read(BufferedImage page, Predicate<String> ours) {
    int width = page.getWidth();
    int height = page.getHeight();
    int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
    LuminanceSource whole = new RGBLuminanceSource(width, height, pixels);
    Optional<String> found = read(whole, ours);
    for (int part = 0; found.isEmpty() && part < 4; part++) {
      found = read(quarter(whole, part), ours);
    }
    return found;
  }

  /** A corner with a bit more than its share, so that no barcode is cut by the middle. */
  private static LuminanceSource quarter(LuminanceSource page, int part) {
    int width = page.getWidth() * 6 / 10;
    int height = Math.max(1, page.getHeight() * 3 / 10);
    int left = part % 2 == 0 ? page.getWidth() - width : 0;
    int top = part < 2 ? 0 : page.getHeight() - height;
    return page.crop(left, top, Math.max(1, width), height);
  }

  private static Optional<String> read(LuminanceSource source, Predicate<String> ours) {
    Optional<String> first = decode(new BinaryBitmap(new HybridBinarizer(source)), ours);
    return first.isPresent()
        ? first
        : decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)), ours);
  }

  private static Optional<String> decode(BinaryBitmap bitmap, Predicate<String> ours) {
    try {
      Result found = new MultiFormatReader().decode(bitmap, HINTS);
      return Optional.of(found.getText()).filter(ours);
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }
}
