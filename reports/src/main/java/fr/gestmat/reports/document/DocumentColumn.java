package fr.gestmat.reports.document;

import java.util.function.Function;

/**
 * A column of a document's table.
 *
 * @param <R> the row
 * @param heading the French heading
 * @param weight its share of the page's width, in proportion to the other columns' weights
 * @param value the words in the cell, on at most five lines; empty for none
 * @param right whether words end at the right edge, as amounts do
 */
public record DocumentColumn<R>(
    String heading, float weight, Function<R, String> value, boolean right) {

  /** A column whose words begin at the left edge. */
  public DocumentColumn(String heading, float weight, Function<R, String> value) {
    this(heading, weight, value, false);
  }

  /** The same column with words that end at the right edge. */
  public DocumentColumn<R> toTheRight() {
    return new DocumentColumn<>(heading, weight, value, true);
  }
}
