package fr.gestmat.lending.control.charge;

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

/** Reads the file in which the finance system says how charges stand: columns Numéro and État. */
public final class FinanceSheet {

  /** Lines that one file may hold. */
  public static final int MOST = 10_000;

  private static final long LARGEST = 5L << 20;

  private FinanceSheet() {}

  /**
   * What was read.
   *
   * @param lines every line that is not blank
   * @param problem code of what is wrong with the file as a whole
   */
  public record Read(List<FinanceAnswer.Line> lines, Optional<String> problem) {

    static Read wrong(String problem) {
      return new Read(List.of(), Optional.of(problem));
    }
  }

  /** Reads a CSV or an XLSX. */
  public static Read read(Path file) throws IOException {
    try (Sheet sheet =
        Sheet.open(file, new SheetLimits(LARGEST, 16 * LARGEST, 1_000, MOST, 50, 500))) {
      if (sheet.problem().isPresent()) {
        return Read.wrong(sheet.problem().get().kind().name());
      }
      int number = column(sheet, "NUMERO");
      int state = column(sheet, "ETAT");
      if (number < 0 || state < 0) {
        return Read.wrong("COLUMNS");
      }
      List<FinanceAnswer.Line> lines = new ArrayList<>();
      Optional<SheetRow> row = sheet.next();
      while (row.isPresent()) {
        lines.add(
            new FinanceAnswer.Line(
                row.get().line(), row.get().cells().get(number), row.get().cells().get(state)));
        row = sheet.next();
      }
      return sheet.problem().isPresent()
          ? Read.wrong(sheet.problem().get().kind().name())
          : new Read(lines, Optional.empty());
    }
  }

  private static int column(Sheet sheet, String wanted) {
    for (int i = 0; i < sheet.headings().size(); i++) {
      String heading =
          Normalizer.normalize(sheet.headings().get(i), Normalizer.Form.NFD)
              .replaceAll("\\p{M}", "")
              .toUpperCase(Locale.ROOT);
      if (heading.equals(wanted)) {
        return i;
      }
    }
    return -1;
  }
}
