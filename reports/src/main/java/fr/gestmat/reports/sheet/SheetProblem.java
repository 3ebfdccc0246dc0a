package fr.gestmat.reports.sheet;

/**
 * Why a file cannot be read, or not to its end.
 *
 * @param kind what is wrong
 * @param line the last line that was read, 0 when the whole file is meant
 */
public record SheetProblem(Kind kind, int line) {

  /** What is wrong with a file. */
  public enum Kind {
    /** Nothing in it, or blank cells only. */
    EMPTY,
    /** Neither CSV nor XLSX: a picture, a PDF, an archive, another XML. */
    NOT_A_SPREADSHEET,
    /** An old Excel format (.xls, .xlsb): to be saved as .xlsx or CSV. */
    OLD_EXCEL,
    /** An OpenDocument sheet (.ods): to be saved as .xlsx or CSV. */
    OPEN_DOCUMENT,
    /** Protected by a password for opening. */
    ENCRYPTED,
    /** A web page under the name of a spreadsheet, as some software exports it. */
    HTML,
    /** The first line holds no heading: no cell of it has a letter. */
    NO_HEADER,
    /** More bytes than allowed, as sent or once inflated. */
    TOO_LARGE,
    /** More rows than allowed; the rows before were given. */
    TOO_MANY_ROWS,
    /** More headings than allowed. */
    TOO_MANY_COLUMNS,
    /** Cut short, a quotation mark that never closes, broken or forbidden XML. */
    DAMAGED
  }
}
