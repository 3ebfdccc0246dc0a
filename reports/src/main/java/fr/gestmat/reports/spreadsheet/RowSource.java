package fr.gestmat.reports.spreadsheet;

import java.io.IOException;

/**
 * Gives the rows one at a time, as a database cursor does. {@code list::forEach} does not fit
 * because a sink may throw; use {@link #of}.
 *
 * @param <R> the row
 * @param <E> what reading may throw, for instance {@code SQLException}
 */
@FunctionalInterface
public interface RowSource<R, E extends Exception> {
  /**
   * Pushes every row, in order, and returns when there is no more.
   *
   * @param sink takes one row, which may be reused after the call
   * @throws IOException when the sink cannot write
   * @throws E when the rows cannot be read
   */
  void pushTo(RowSink<R> sink) throws IOException, E;

  /**
   * Rows that are already in memory.
   *
   * @param <R> the row
   * @param rows the rows in order
   * @return a source that gives them once
   */
  static <R> RowSource<R, IOException> of(Iterable<R> rows) {
    return sink -> {
      for (R row : rows) {
        sink.accept(row);
      }
    };
  }

  /**
   * Takes one row.
   *
   * @param <R> the row
   */
  @FunctionalInterface
  interface RowSink<R> {
    /**
     * Writes the row; nothing of it is kept.
     *
     * @param row the row
     * @throws IOException when the file cannot be written
     */
    void accept(R row) throws IOException;
  }
}
