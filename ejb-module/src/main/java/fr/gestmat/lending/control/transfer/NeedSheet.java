package fr.gestmat.lending.control.transfer;

import fr.gestmat.reports.sheet.Sheet;
import fr.gestmat.reports.sheet.SheetLimits;
import fr.gestmat.reports.sheet.SheetRow;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads next year's entrants out of a CSV or an XLSX, as the text that somebody would have typed: a
 * line for each row, so that none gets lost and each that is wrong can be corrected in place.
 *
 * @param text a line for each row that is not blank: code, number, and what else stood there
 * @param problem code of what is wrong with the file as a whole
 */
public record NeedSheet(String text, Optional<String> problem) {

  /** Largest file that is taken, in bytes. */
  public static final long LARGEST = 1L << 20;

  private static final int MOST_ROWS = 2_000;
  private static final Set<String> CODES = Set.of("UAI", "CODE UAI", "CODE", "RNE", "NUMERO UAI");
  private static final Set<String> NUMBERS =
      Set.of("ENTRANTS", "NOMBRE", "EFFECTIF", "EFFECTIFS", "ELEVES", "ELEVES ENTRANTS");

  /** Reads a file whose first row may be headings, or not. */
  public static NeedSheet read(Path file) throws IOException {
    try (Sheet sheet =
        Sheet.open(file, new SheetLimits(LARGEST, 16 * LARGEST, 1_000, MOST_ROWS, 50, 200))) {
      if (sheet.problem().isPresent()) {
        return wrong(sheet);
      }
      List<String> headings = sheet.headings();
      Optional<Integer> code = column(headings, CODES);
      Optional<Integer> number = column(headings, NUMBERS);
      boolean named = code.isPresent() && number.isPresent();
      List<String> lines = new ArrayList<>();
      if (!named) {
        lines.add(line(headings, 0, 1));
      }
      Optional<SheetRow> row = sheet.next();
      while (row.isPresent()) {
        lines.add(line(row.get().cells(), named ? code.get() : 0, named ? number.get() : 1));
        row = sheet.next();
      }
      return sheet.problem().isPresent()
          ? wrong(sheet)
          : new NeedSheet(String.join("\n", lines), Optional.empty());
    }
  }

  private static NeedSheet wrong(Sheet sheet) {
    return new NeedSheet("", sheet.problem().map(problem -> problem.kind().name()));
  }

  /** Code and number first, the rest behind them: a name helps who reads it. */
  private static String line(List<String> cells, int code, int number) {
    List<String> parts = new ArrayList<>();
    parts.add(cell(cells, code));
    parts.add(cell(cells, number));
    for (int i = 0; i < cells.size(); i++) {
      if (i != code && i != number && !cell(cells, i).isEmpty()) {
        parts.add(cell(cells, i));
      }
    }
    return String.join(" ; ", parts);
  }

  private static String cell(List<String> cells, int index) {
    return index < cells.size() ? cells.get(index).replaceAll("\\R", " ").strip() : "";
  }

  private static Optional<Integer> column(List<String> headings, Set<String> wanted) {
    for (int i = 0; i < headings.size(); i++) {
      if (wanted.contains(plain(headings.get(i)))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .strip()
        .toUpperCase(Locale.ROOT);
  }
}
