package fr.gestmat.reports.spreadsheet;

import fr.gestmat.reports.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes a table as an XLSX workbook through POI's streaming writer: a bold frozen header with
 * filters, typed cells, and a further sheet whenever one is full.
 *
 * <p>Cells of text are strings, which no program computes; they also carry the text format, and
 * those that look like a formula the "quote prefix" style, so that they stay text when somebody
 * edits them (case L106). Their content is untouched: what is exported can be imported again.
 */
public final class XlsxFile {
  /** Rows of data that one sheet holds: 1,048,576 less the header (Excel specifications). */
  public static final int ROWS_PER_SHEET = 1_048_575;

  private XlsxFile() {}

  /**
   * Writes every row. The file appears complete or not at all; memory does not grow with the rows.
   *
   * @param <R> the row
   * @param <E> what reading the rows may throw
   * @param target the file to appear; its folder exists
   * @param table the columns
   * @param rows the rows
   * @return what was written
   * @throws IOException when the file cannot be written
   * @throws E when the rows cannot be read
   */
  public static <R, E extends Exception> Written write(
      Path target, Table<R> table, RowSource<R, E> rows) throws IOException, E {
    return write(target, table, rows, ROWS_PER_SHEET);
  }

  static <R, E extends Exception> Written write(
      Path target, Table<R> table, RowSource<R, E> rows, int rowsPerSheet) throws IOException, E {
    return WholeFile.<Written, E>write(
        target,
        out -> {
          try (XlsxStream workbook = new XlsxStream()) {
            describe(workbook, table);
            XlsxSheets<R> sheets = new XlsxSheets<>(workbook, table, rowsPerSheet);
            try {
              rows.pushTo(sheets::add);
              Written written = sheets.finish();
              workbook.write(out);
              return written;
            } finally {
              // After a failure too, else close complains of rows that it cannot flush.
              sheets.flush();
            }
          }
        });
  }

  private static void describe(SXSSFWorkbook workbook, Table<?> table) {
    POIXMLProperties properties = workbook.getXSSFWorkbook().getProperties();
    properties.getCoreProperties().setTitle(CellText.printable(table.title()));
    properties.getCoreProperties().setCreator(CellText.printable(table.author()));
    properties.getExtendedProperties().setApplication("Gestmat");
  }
}
