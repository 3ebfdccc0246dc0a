package fr.gestmat.reports.spreadsheet;

import java.time.ZoneId;
import java.util.List;

/**
 * What an export is: its title, who made it, the zone its times are shown in, and its columns.
 *
 * @param <R> the row
 * @param title the French title, also the name of the sheet
 * @param author the person or service that the document names as its author
 * @param zone the time zone of the authority
 * @param columns from left to right, at least one and at most {@value #MAX_COLUMNS}
 */
public record Table<R>(String title, String author, ZoneId zone, List<Column<R>> columns) {
  /** What an XLSX sheet holds (ECMA-376, column XFD). */
  public static final int MAX_COLUMNS = 16_384;

  /**
   * Checks the columns.
   *
   * @throws IllegalArgumentException without a column or with too many
   */
  public Table {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || columns.size() > MAX_COLUMNS) {
      throw new IllegalArgumentException("columns: " + columns.size());
    }
  }
}
