package fr.gestmat.reports.sheet;

/** What is odd about one row; the row is given all the same. */
public enum RowProblem {
  /** Fewer cells than headings (CSV only: XLSX leaves empty cells out); the others are empty. */
  TOO_FEW_CELLS,
  /** Cells that are not empty beyond the last heading; they are left out. */
  TOO_MANY_CELLS,
  /** A cell longer than the limit; it is cut to the limit. */
  CELL_TOO_LONG
}
