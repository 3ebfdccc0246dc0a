package fr.gestmat.reports.label;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import java.util.Optional;

/** The symbols that we print; each holds any printable ASCII text. */
public enum Symbology {
  /** Code 128 (ISO/IEC 15417): bars, for every scanner; quiet zone of 10 modules. */
  CODE_128(10, 0.19, 0.5),
  /** DataMatrix ECC 200 (ISO/IEC 16022): the smallest; quiet zone of 1 module, we leave 2. */
  DATA_MATRIX(2, 0.25, 0.9),
  /** QR code (ISO/IEC 18004), level M; quiet zone of 4 modules. */
  QR(4, 0.25, 0.9);

  private final int quietModules;
  private final double smallestModule;
  private final double largestModule;

  /**
   * The module widths are millimetres: 0.19 (7.5 mil) for bars and 0.25 (10 mil) for matrices are
   * what office printers hold and common counter scanners and telephones read.
   */
  Symbology(int quietModules, double smallestModule, double largestModule) {
    this.quietModules = quietModules;
    this.smallestModule = smallestModule;
    this.largestModule = largestModule;
  }

  /** Whether it is made of bars, one row of modules. */
  boolean isLinear() {
    return this == CODE_128;
  }

  /** Modules that stay blank on each side. */
  public int quietModules() {
    return quietModules;
  }

  /** Dots of the thinnest legible module on a printer of that resolution. */
  int fewestDots(double dotMillimetres) {
    return (int) Math.ceil(smallestModule / dotMillimetres);
  }

  /** Dots of the widest module worth its paper on a printer of that resolution. */
  int mostDots(double dotMillimetres) {
    return (int) Math.floor(largestModule / dotMillimetres);
  }

  /** The modules without quiet zone, one row for bars; empty when the code is too long. */
  public Optional<BitMatrix> encode(String code) {
    try {
      return Optional.of(
          switch (this) {
            case CODE_128 ->
                new Code128Writer()
                    .encode(
                        code,
                        BarcodeFormat.CODE_128,
                        0,
                        1,
                        Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.CODE128_COMPACT, true));
            // ZXing's compact DataMatrix encoder appends characters to one code in 200: not used.
            case DATA_MATRIX ->
                new DataMatrixWriter()
                    .encode(
                        code,
                        BarcodeFormat.DATA_MATRIX,
                        0,
                        0,
                        Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE));
            case QR ->
                new QRCodeWriter()
                    .encode(
                        code,
                        BarcodeFormat.QR_CODE,
                        0,
                        0,
                        Map.of(
                            EncodeHintType.MARGIN,
                            0,
                            EncodeHintType.ERROR_CORRECTION,
                            ErrorCorrectionLevel.M));
          });
    } catch (WriterException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
