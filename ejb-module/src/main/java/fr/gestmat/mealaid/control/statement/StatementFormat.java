package fr.gestmat.mealaid.control.statement;

/** The files that a statement can be taken away as. */
public enum StatementFormat {
  /** A workbook with typed cells. */
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** For the school's software. */
  CSV("csv", "text/csv;charset=UTF-8"),
  /** To print and to keep. */
  PDF("pdf", "application/pdf");

  private final String extension;
  private final String mediaType;

  StatementFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** End of the file's name, without a dot. */
  public String extension() {
    return extension;
  }

  /** Media type. */
  public String mediaType() {
    return mediaType;
  }
}
