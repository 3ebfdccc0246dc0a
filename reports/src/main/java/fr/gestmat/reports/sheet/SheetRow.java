package fr.gestmat.reports.sheet;

import java.util.List;
import java.util.Optional;

/**
 * One row that is not blank.
 *
 * @param line where it begins in the file, from 1, as an editor or Excel shows it
 * @param cells as many as there are headings, without outer blanks, empty for none. From XLSX:
 *     numbers plainly with a decimal point ("1234567890123", "38.5"), days as 2026-11-23, times as
 *     2026-11-23T14:05:00 or 14:05:00, booleans as oui or non
 * @param problem what is odd about the row
 */
public record SheetRow(int line, List<String> cells, Optional<RowProblem> problem) {
  /** Keeps its own copy of the cells. */
  public SheetRow {
    cells = List.copyOf(cells);
  }
}
