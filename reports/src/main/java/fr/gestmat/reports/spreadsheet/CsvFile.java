package fr.gestmat.reports.spreadsheet;

import fr.gestmat.reports.file.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a table as the CSV that French spreadsheet programs open as it is: UTF-8 with a byte order
 * mark, semicolons, decimal commas, days as 23/11/2026. A text that looks like a formula gets an
 * apostrophe in front (case L106): CSV has no other way to say that a cell is text.
 */
public final class CsvFile {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setDelimiter(';').setRecordSeparator("\r\n").get();
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.FRANCE);

  private CsvFile() {}

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
    return WholeFile.<Written, E>write(target, out -> fill(out, table, rows));
  }

  private static <R, E extends Exception> Written fill(
      OutputStream out, Table<R> table, RowSource<R, E> rows) throws IOException, E {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    CSVPrinter printer = new CSVPrinter(writer, FORMAT);
    Cells cells = new Cells(printer, MINUTE.withZone(table.zone()));
    for (Column<R> column : table.columns()) {
      cells.text(column.heading());
    }
    printer.println();
    long[] written = {0};
    rows.pushTo(
        row -> {
          for (Column<R> column : table.columns()) {
            column.write(row, cells);
          }
          printer.println();
          written[0]++;
        });
    printer.flush();
    return new Written(written[0], 1, 0);
  }

  private record Cells(CSVPrinter printer, DateTimeFormatter minute) implements CellSink {
    @Override
    public void blank() throws IOException {
      printer.print(null);
    }

    @Override
    public void text(String text) throws IOException {
      String safe = CellText.looksLikeFormula(text) ? "'" + text : text;
      printer.print(CellText.printable(safe));
    }

    @Override
    public void whole(long number) throws IOException {
      printer.print(number);
    }

    @Override
    public void decimal(BigDecimal number) throws IOException {
      printer.print(number.toPlainString().replace('.', ','));
    }

    @Override
    public void money(BigDecimal euros) throws IOException {
      printer.print(euros.toPlainString().replace('.', ','));
    }

    @Override
    public void date(LocalDate date) throws IOException {
      printer.print(DAY.format(date));
    }

    @Override
    public void instant(Instant instant) throws IOException {
      printer.print(minute.format(instant));
    }
  }
}
