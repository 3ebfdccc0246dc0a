package fr.gestmat.reports.sheet;

import fr.gestmat.reports.sheet.RowReader.RawRow;
import fr.gestmat.reports.sheet.SheetProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A spreadsheet being read row by row, whatever its size: CSV (semicolon, comma or TAB; UTF-8,
 * UTF-16 with a byte order mark, Windows-1252, ISO-8859-15) or the first sheet of an XLSX. The file
 * decides what it is, not its name. What is wrong with it is a value: look at {@link #problem()}
 * after opening and after the last row.
 */
public final class Sheet implements AutoCloseable {
  private final SheetLimits limits;
  private Optional<RowReader> reader = Optional.empty();
  private List<String> headings = List.of();
  private Optional<SheetProblem> problem = Optional.empty();
  private boolean writesEmptyCells;
  private int rows;
  private int line;

  private Sheet(SheetLimits limits) {
    this.limits = limits;
  }

  /**
   * Opens a file and reads its headings: the first row that is not blank.
   *
   * @param file the file as it was sent; it stays untouched
   * @param limits what it may hold
   * @return the sheet, without headings and rows when there is a problem
   * @throws IOException when the disk refuses
   */
  public static Sheet open(Path file, SheetLimits limits) throws IOException {
    Sheet sheet = new Sheet(limits);
    try {
      RowReader rows = reader(file, limits);
      sheet.reader = Optional.of(rows);
      sheet.writesEmptyCells = rows.writesEmptyCells();
      sheet.readHeadings();
    } catch (UnreadableException e) {
      sheet.stop(e.kind());
    }
    return sheet;
  }

  private static RowReader reader(Path file, SheetLimits limits) throws IOException {
    if (Files.size(file) > limits.fileBytes()) {
      throw new UnreadableException(Kind.TOO_LARGE);
    }
    return switch (FileKind.of(file)) {
      case TEXT -> new CsvRows(file, limits);
      case ZIP -> XlsxRows.open(file, limits);
    };
  }

  private void readHeadings() throws IOException {
    Optional<RawRow> first = nextFilled();
    if (first.isEmpty()) {
      throw new UnreadableException(Kind.EMPTY);
    }
    List<String> cells = new ArrayList<>();
    for (String cell : first.get().cells()) {
      cells.add(clean(cell).replaceAll("\\s+", " "));
    }
    while (cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    if (cells.size() > limits.columns()) {
      throw new UnreadableException(Kind.TOO_MANY_COLUMNS);
    }
    if (cells.stream().noneMatch(cell -> cell.chars().anyMatch(Character::isLetter))) {
      throw new UnreadableException(Kind.NO_HEADER);
    }
    headings = List.copyOf(cells);
  }

  /**
   * The headings from left to right, as they are written, for a mapping to start from.
   *
   * @return the headings, empty when there is a problem with the file
   */
  public List<String> headings() {
    return headings;
  }

  /**
   * The next row that is not blank.
   *
   * @return the row, or empty after the last one and after a problem
   * @throws IOException when the disk refuses
   */
  public Optional<SheetRow> next() throws IOException {
    try {
      Optional<RawRow> raw = problem.isPresent() ? Optional.empty() : nextFilled();
      if (raw.isPresent() && ++rows > limits.rows()) {
        throw new UnreadableException(Kind.TOO_MANY_ROWS);
      }
      return raw.map(this::row);
    } catch (UnreadableException e) {
      stop(e.kind());
      return Optional.empty();
    }
  }

  /**
   * What stopped the reading, if it was not the end of the file.
   *
   * @return the problem with the file
   */
  public Optional<SheetProblem> problem() {
    return problem;
  }

  private Optional<RawRow> nextFilled() throws IOException {
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    RowReader source = reader.get();
    Optional<RawRow> raw = source.read();
    while (raw.isPresent() && isBlank(raw.get())) {
      raw = source.read();
    }
    raw.ifPresent(found -> line = found.line());
    return raw;
  }

  private static boolean isBlank(RawRow raw) {
    return raw.cells().stream().allMatch(cell -> clean(cell).isEmpty());
  }

  private SheetRow row(RawRow raw) {
    Optional<RowProblem> odd = Optional.empty();
    List<String> cells = new ArrayList<>(headings.size());
    for (int i = 0; i < headings.size(); i++) {
      String cell = i < raw.cells().size() ? clean(raw.cells().get(i)) : "";
      if (cell.length() > limits.cellLength()) {
        odd = Optional.of(RowProblem.CELL_TOO_LONG);
        cell = cell.substring(0, limits.cellLength());
      }
      cells.add(cell);
    }
    if (writesEmptyCells && raw.cells().size() < headings.size()) {
      odd = Optional.of(RowProblem.TOO_FEW_CELLS);
    }
    for (int i = headings.size(); i < raw.cells().size(); i++) {
      if (!clean(raw.cells().get(i)).isEmpty()) {
        odd = Optional.of(RowProblem.TOO_MANY_CELLS);
      }
    }
    return new SheetRow(raw.line(), cells, odd);
  }

  /** Without outer blanks, no-break ones and stray byte order marks included. */
  private static String clean(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isBlank(cell.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\uFEFF' || Character.isSpaceChar(c);
  }

  private void stop(Kind kind) {
    problem = Optional.of(new SheetProblem(kind, line));
  }

  @Override
  public void close() throws IOException {
    if (reader.isPresent()) {
      reader.get().close();
    }
  }
}
