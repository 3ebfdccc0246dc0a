package fr.gestmat.reports.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of an export: its French heading, its type, and how to read its value from a row. A
 * value of null leaves the cell empty.
 *
 * @param <R> the row
 */
public final class Column<R> {
  private final String heading;
  private final boolean text;
  private final CellWriter<R> writer;

  @FunctionalInterface
  private interface CellWriter<R> {
    void write(R row, CellSink sink) throws IOException;
  }

  @FunctionalInterface
  private interface Filled<V> {
    void write(CellSink sink, V value) throws IOException;
  }

  private Column(String heading, boolean text, CellWriter<R> writer) {
    this.heading = heading;
    this.text = text;
    this.writer = writer;
  }

  private static <R, V> Column<R> of(
      String heading,
      boolean text,
      Function<? super R, ? extends @Nullable V> value,
      Filled<V> filled) {
    return new Column<>(
        heading,
        text,
        (row, sink) -> {
          V found = value.apply(row);
          if (found == null) {
            sink.blank();
          } else {
            filled.write(sink, found);
          }
        });
  }

  /**
   * A column of words, codes, serial numbers: kept as typed, never taken for a number or a formula.
   *
   * @param <R> the row
   * @param heading the French heading
   * @param value reads the text, null for an empty cell
   * @return the column
   */
  public static <R> Column<R> text(
      String heading, Function<? super R, ? extends @Nullable String> value) {
    return of(heading, true, value, CellSink::text);
  }

  /**
   * A column of whole numbers.
   *
   * @param <R> the row
   * @param heading the French heading
   * @param value reads an {@code Integer} or {@code Long}, null for an empty cell
   * @return the column
   */
  public static <R> Column<R> whole(
      String heading, Function<? super R, ? extends @Nullable Number> value) {
    return of(
        heading, false, value, (CellSink sink, Number number) -> sink.whole(number.longValue()));
  }

  /**
   * A column of numbers with decimals, such as rates, shown with as many as they have.
   *
   * @param <R> the row
   * @param heading the French heading
   * @param value reads the number, null for an empty cell
   * @return the column
   */
  public static <R> Column<R> decimal(
      String heading, Function<? super R, ? extends @Nullable BigDecimal> value) {
    return of(
        heading,
        false,
        value,
        (CellSink sink, BigDecimal number) -> sink.decimal(number.stripTrailingZeros()));
  }

  /**
   * A column of amounts in euros with two decimals. An amount with a third decimal that is not zero
   * stops the export with {@link ArithmeticException}: rounding is the business's to decide.
   *
   * @param <R> the row
   * @param heading the French heading
   * @param value reads the amount in euros, null for an empty cell
   * @return the column
   */
  public static <R> Column<R> money(
      String heading, Function<? super R, ? extends @Nullable BigDecimal> value) {
    return of(
        heading,
        false,
        value,
        (CellSink sink, BigDecimal euros) ->
            sink.money(euros.setScale(2, RoundingMode.UNNECESSARY)));
  }

  /**
   * A column of calendar days.
   *
   * @param <R> the row
   * @param heading the French heading
   * @param value reads the day, null for an empty cell
   * @return the column
   */
  public static <R> Column<R> date(
      String heading, Function<? super R, ? extends @Nullable LocalDate> value) {
    return of(heading, false, value, CellSink::date);
  }

  /**
   * A column of points in time, shown to the minute in the time zone of the {@link Table}.
   *
   * @param <R> the row
   * @param heading the French heading
   * @param value reads the instant, null for an empty cell
   * @return the column
   */
  public static <R> Column<R> instant(
      String heading, Function<? super R, ? extends @Nullable Instant> value) {
    return of(heading, false, value, CellSink::instant);
  }

  /**
   * A column of yes or no, in French words.
   *
   * @param <R> the row
   * @param heading the French heading
   * @param value reads the answer, null for an empty cell
   * @return the column
   */
  public static <R> Column<R> yesNo(
      String heading, Function<? super R, ? extends @Nullable Boolean> value) {
    return of(heading, true, value, (CellSink sink, Boolean yes) -> sink.text(yes ? "oui" : "non"));
  }

  /**
   * The French heading.
   *
   * @return the words on top of the column
   */
  public String heading() {
    return heading;
  }

  boolean isText() {
    return text;
  }

  void write(R row, CellSink sink) throws IOException {
    writer.write(row, sink);
  }
}
