package fr.gestmat.reports.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the rows of one kind of file, blank ones included. */
interface RowReader extends Closeable {
  /**
   * The next row, or empty at the end.
   *
   * @throws UnreadableException when the file is at fault
   */
  Optional<RawRow> read() throws IOException;

  /** Whether a row without its last cells is odd. */
  boolean writesEmptyCells();

  /** A row as it stands in the file; a cell beyond the columns that are kept is not empty. */
  record RawRow(int line, List<String> cells) {}
}
