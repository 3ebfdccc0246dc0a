package fr.gestmat.reports.sheet;

import fr.gestmat.reports.sheet.SheetProblem.Kind;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV. */
final class CsvRows implements RowReader {
  private static final long LONGEST_ROW = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final RowBound bound;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final int skippedLines;

  CsvRows(Path file, SheetLimits limits) throws IOException {
    CsvDialect dialect = CsvDialect.of(file);
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), dialect.charset()));
    skipByteOrderMark(reader);
    if (dialect.declared()) {
      reader.readLine();
    }
    skippedLines = dialect.declared() ? 1 : 0;
    bound = new RowBound(reader);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(dialect.separator())
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .get();
    parser = CSVParser.builder().setReader(bound).setFormat(format).get();
    records = parser.iterator();
  }

  @Override
  public Optional<RawRow> read() throws IOException {
    try {
      bound.start();
      int line = (int) parser.getCurrentLineNumber() + 1 + skippedLines;
      if (!records.hasNext()) {
        return Optional.empty();
      }
      List<String> cells = new ArrayList<>();
      for (String cell : records.next()) {
        cells.add(unwrapped(cell));
      }
      return Optional.of(new RawRow(line, cells));
    } catch (UncheckedIOException e) {
      // The parser wraps what reading threw, and says in words that a quotation never closes.
      throw new UnreadableException(Kind.DAMAGED);
    }
  }

  private static void skipByteOrderMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
  }

  /** {@code ="00123"} is how some software keeps the zeros of a code from a spreadsheet program. */
  private static String unwrapped(String cell) {
    boolean wrapped = cell.length() > 2 && cell.startsWith("=\"") && cell.endsWith("\"");
    return wrapped ? cell.substring(2, cell.length() - 1) : cell;
  }

  @Override
  public boolean writesEmptyCells() {
    return true;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Stops a row that does not end, so that an open quotation mark cannot swallow the file. */
  private static final class RowBound extends FilterReader {
    private long left = LONGEST_ROW;

    RowBound(Reader in) {
      super(in);
    }

    void start() {
      left = LONGEST_ROW;
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      spend(1);
      return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      spend(read);
      return read;
    }

    private void spend(int characters) throws IOException {
      left -= characters;
      if (left < 0) {
        throw new IOException("a row of more than " + LONGEST_ROW + " characters");
      }
    }
  }
}
