package fr.gestmat.directory.control.feed;

import fr.gestmat.directory.entity.Uai;
import fr.gestmat.reports.sheet.Sheet;
import fr.gestmat.reports.sheet.SheetLimits;
import fr.gestmat.reports.sheet.SheetProblem;
import fr.gestmat.reports.sheet.SheetRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a table of pupils (CSV or XLSX). Columns are found by their French headings, in any order;
 * unknown ones are ignored, required ones that are missing are named.
 */
public final class PupilTable {

  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT),
          DateTimeFormatter.ISO_LOCAL_DATE);

  private final String file;
  private final FeedSink sink;
  private final Map<Column, Integer> places = new EnumMap<>(Column.class);

  /** The columns, with the headings that people write; the first one is shown in messages. */
  enum Column {
    SCHOOL(true, "UAI", "etablissement", "code etablissement", "rne", "uai etablissement"),
    KEY(true, "Identifiant", "id", "identifiant eleve", "numero", "code eleve"),
    LAST_NAME(true, "Nom", "nom de famille", "nom eleve"),
    FIRST_NAME(true, "Prénom", "prenom eleve", "prenoms"),
    BIRTH(false, "Date de naissance", "naissance", "ne le", "nee le"),
    CLASS(false, "Classe", "division"),
    REGIME(false, "Régime"),
    INE(false, "INE", "numero ine");

    private final boolean required;
    private final List<String> headings;

    Column(boolean required, String... headings) {
      this.required = required;
      this.headings = List.of(headings);
    }

    boolean named(String heading) {
      return headings.stream().anyMatch(known -> plain(known).equals(plain(heading)));
    }

    private static String plain(String text) {
      return String.join(" ", NameKey.words(text));
    }
  }

  private PupilTable(String file, FeedSink sink) {
    this.file = file;
    this.sink = sink;
  }

  /**
   * Reads a file to its end, or to what makes it unreadable.
   *
   * @param file the file's name, for the report
   * @param content the file
   * @param sink takes pupils and problems in the order of the file
   */
  public static void read(String file, Path content, FeedSink sink) throws IOException {
    try (Sheet sheet = Sheet.open(content, SheetLimits.usual())) {
      PupilTable table = new PupilTable(file, sink);
      if (sheet.problem().isEmpty() && table.findColumns(sheet.headings())) {
        Optional<SheetRow> row = sheet.next();
        while (row.isPresent()) {
          table.pupil(row.get());
          row = sheet.next();
        }
      }
      sheet.problem().ifPresent(table::unreadable);
    }
  }

  private void unreadable(SheetProblem problem) {
    problem(problem.line(), ProblemKind.TABLE_UNREADABLE, "", problem.kind().name());
  }

  private boolean findColumns(List<String> headings) {
    for (int i = 0; i < headings.size(); i++) {
      for (Column column : Column.values()) {
        if (column.named(headings.get(i))) {
          places.putIfAbsent(column, i);
        }
      }
    }
    boolean complete = true;
    for (Column column : Column.values()) {
      if (column.required && !places.containsKey(column)) {
        problem(1, ProblemKind.COLUMN_MISSING, "", column.headings.get(0));
        complete = false;
      }
    }
    return complete;
  }

  private void pupil(SheetRow row) {
    if (row.problem().isPresent()) {
      problem(
          row.line(), ProblemKind.ROW_RAGGED, cell(row, Column.KEY), row.problem().get().name());
      return;
    }
    String key = cell(row, Column.KEY);
    String lastName = cell(row, Column.LAST_NAME);
    String uai = cell(row, Column.SCHOOL).toUpperCase(Locale.ROOT);
    if (key.isEmpty()) {
      problem(row.line(), ProblemKind.KEY_MISSING, "", lastName);
    } else if (lastName.isEmpty()) {
      problem(row.line(), ProblemKind.NAME_MISSING, key, cell(row, Column.FIRST_NAME));
    } else if (uai.isEmpty()) {
      problem(row.line(), ProblemKind.SCHOOL_MISSING, key + " " + lastName, "");
    } else if (!Uai.isShaped(uai)) {
      problem(row.line(), ProblemKind.UAI_MALFORMED, key + " " + lastName, uai);
    } else if (isTooLong(row)) {
      problem(row.line(), ProblemKind.VALUE_TOO_LONG, key, "");
    } else {
      sink.record(
          new FeedPupil(
              new FeedPlace(file, row.line()),
              key,
              present(row, Column.INE),
              lastName,
              cell(row, Column.FIRST_NAME),
              present(row, Column.BIRTH).flatMap(text -> day(text, row, key)),
              uai,
              present(row, Column.REGIME),
              Optional.empty(),
              Optional.empty(),
              present(row, Column.CLASS).map(c -> List.of(new FeedClass(uai, c))).orElse(List.of()),
              List.of(),
              List.of(),
              Optional.empty()));
    }
  }

  private boolean isTooLong(SheetRow row) {
    return cell(row, Column.KEY).length() > 40
        || cell(row, Column.LAST_NAME).length() > 100
        || cell(row, Column.FIRST_NAME).length() > 100
        || cell(row, Column.INE).length() > 16
        || cell(row, Column.REGIME).length() > 100
        || cell(row, Column.CLASS).length() > 60;
  }

  private Optional<LocalDate> day(String text, SheetRow row, String key) {
    for (DateTimeFormatter format : DAYS) {
      try {
        return Optional.of(LocalDate.parse(text, format));
      } catch (DateTimeParseException e) {
        // The other way of writing a date is tried.
      }
    }
    problem(row.line(), ProblemKind.DATE_UNREADABLE, key, text);
    return Optional.empty();
  }

  private Optional<String> present(SheetRow row, Column column) {
    return FeedText.present(cell(row, column));
  }

  private String cell(SheetRow row, Column column) {
    Integer place = places.get(column);
    return place == null || place >= row.cells().size()
        ? ""
        : FeedText.clean(row.cells().get(place));
  }

  private void problem(int line, ProblemKind kind, String subject, String detail) {
    sink.problem(new FeedProblem(new FeedPlace(file, line), kind, "", subject, detail));
  }
}
