package fr.gestmat.lending.control.export;

/** The kinds of file that an export may be. */
public enum ExportFormat {
  /** Workbook for Excel and LibreOffice. */
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** Text with semicolons. */
  CSV("csv", "text/csv;charset=UTF-8");

  private final String ending;
  private final String mediaType;

  ExportFormat(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** What file names end with. */
  public String ending() {
    return ending;
  }

  /** Media type. */
  public String mediaType() {
    return mediaType;
  }
}
