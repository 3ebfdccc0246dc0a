package fr.gestmat.lending.control.label;

/** As what labels are written. */
public enum LabelOutput {
  /** A PDF for any printer. */
  PDF(0, ".pdf", "application/pdf"),
  /** ZPL II for a label printer of 203 dots per inch. */
  ZPL_203(203, ".zpl", "text/plain"),
  /** ZPL II for a label printer of 300 dots per inch. */
  ZPL_300(300, ".zpl", "text/plain"),
  /** ZPL II for a label printer of 600 dots per inch. */
  ZPL_600(600, ".zpl", "text/plain");

  private final int dpi;
  private final String extension;
  private final String mediaType;

  LabelOutput(int dpi, String extension, String mediaType) {
    this.dpi = dpi;
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** Whether a label printer takes it, which has a roll. */
  public boolean needsRoll() {
    return dpi > 0;
  }

  /** Dots per inch of the label printer. */
  int dpi() {
    return dpi;
  }

  /** How the file's name ends. */
  String extension() {
    return extension;
  }

  /** The file's media type. */
  String mediaType() {
    return mediaType;
  }
}
