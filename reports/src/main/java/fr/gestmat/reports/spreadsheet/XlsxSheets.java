package fr.gestmat.reports.spreadsheet;

import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The sheets of one workbook, filled one after the other. */
final class XlsxSheets<R> {
  private static final int MAX_SHEET_NAME = 31;
  private static final int FILTER_ARROW_CHARACTERS = 3;
  private static final int MAX_WIDTH_CHARACTERS = 60;
  private static final int WIDTH_UNITS_PER_CHARACTER = 256;

  private final SXSSFWorkbook workbook;
  private final Table<R> table;
  private final List<Column<R>> columns;
  private final int rowsPerSheet;
  private final XlsxCells cells;

  private SXSSFSheet sheet;
  private int rowsInSheet;
  private long rows;

  XlsxSheets(SXSSFWorkbook workbook, Table<R> table, int rowsPerSheet) {
    this.workbook = workbook;
    this.table = table;
    this.columns = table.columns();
    this.rowsPerSheet = rowsPerSheet;
    this.cells = new XlsxCells(workbook, table.zone(), columns.size());
    this.sheet = open();
  }

  void add(R row) throws IOException {
    if (rowsInSheet == rowsPerSheet) {
      close();
      sheet = open();
    }
    rowsInSheet++;
    rows++;
    cells.start(sheet.createRow(rowsInSheet));
    for (Column<R> column : columns) {
      column.write(row, cells);
    }
  }

  Written finish() {
    close();
    return new Written(rows, workbook.getNumberOfSheets(), cells.cutCells());
  }

  void flush() throws IOException {
    sheet.flushRows();
  }

  private SXSSFSheet open() {
    rowsInSheet = 0;
    SXSSFSheet opened = workbook.createSheet(nextName());
    opened.createFreezePane(0, 1);
    opened.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    opened.getPrintSetup().setLandscape(true);
    opened.setFitToPage(true);
    opened.getPrintSetup().setFitHeight((short) 0);
    Row header = opened.createRow(0);
    for (int i = 0; i < columns.size(); i++) {
      cells.heading(header, i, columns.get(i).heading());
    }
    return opened;
  }

  private String nextName() {
    int number = workbook.getNumberOfSheets() + 1;
    String suffix = number == 1 ? "" : " (" + number + ")";
    String title = CellText.printable(table.title());
    int room = MAX_SHEET_NAME - suffix.length();
    String start = title.length() > room ? title.substring(0, room) : title;
    return WorkbookUtil.createSafeSheetName(start + suffix);
  }

  /** What is known only once the rows are there: the filtered range and the widths. */
  private void close() {
    sheet.setAutoFilter(new CellRangeAddress(0, rowsInSheet, 0, columns.size() - 1));
    XSSFSheet inner = workbook.getXSSFWorkbook().getSheetAt(workbook.getNumberOfSheets() - 1);
    for (int i = 0; i < columns.size(); i++) {
      int heading = columns.get(i).heading().length() + FILTER_ARROW_CHARACTERS;
      int characters = Math.min(Math.max(heading, cells.longest(i) + 1), MAX_WIDTH_CHARACTERS);
      sheet.setColumnWidth(i, characters * WIDTH_UNITS_PER_CHARACTER);
      if (columns.get(i).isText() && rowsInSheet > 0) {
        // A serial number made of digits is meant as text: no green corner on every cell.
        inner.addIgnoredErrors(
            new CellRangeAddress(1, rowsInSheet, i, i), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
      }
    }
  }
}
