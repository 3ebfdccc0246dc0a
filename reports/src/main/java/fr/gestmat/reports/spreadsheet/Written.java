package fr.gestmat.reports.spreadsheet;

/**
 * What a finished export holds.
 *
 * @param rows rows of data, headings not counted
 * @param sheets sheets that were needed, 1 for CSV
 * @param cutCells text cells that were longer than a cell may be and end with a visible mark
 */
public record Written(long rows, int sheets, long cutCells) {}
