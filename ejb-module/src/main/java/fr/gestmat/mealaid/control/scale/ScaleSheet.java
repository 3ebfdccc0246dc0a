package fr.gestmat.mealaid.control.scale;

import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import fr.gestmat.reports.sheet.Sheet;
import fr.gestmat.reports.sheet.SheetLimits;
import fr.gestmat.reports.sheet.SheetProblem;
import fr.gestmat.reports.sheet.SheetRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a scale from a sheet, in one of two forms: a line for each bracket with its
 * bounds, or, as scales by number of children are printed, a line for each level with a column of
 * ceilings for each number of children. Every row is accounted for.
 */
public final class ScaleSheet {

  /** The file, 1 MiB; brackets of a scale, 500. */
  private static final SheetLimits LIMITS = new SheetLimits(1 << 20, 16 << 20, 200, 500, 40, 200);

  private static final Pattern CHILDREN =
      Pattern.compile("(\\d{1,2})( ?\\+| enfants?.*| et plus)?");

  private ScaleSheet() {}

  /** What a column holds, by the words that people head it with. */
  private enum Part {
    LABEL("libelle", "tranche", "echelon", "nom", "niveau", "categorie"),
    CHILDREN("enfants", "nombre d enfants", "enfants a charge", "nb enfants"),
    FROM("de", "a partir de", "minimum", "borne basse", "qf min", "inferieur", "debut"),
    UP_TO("a", "jusqu a", "maximum", "borne haute", "qf max", "plafond", "superieur", "fin"),
    CONDITION("condition"),
    NUMBER("rang", "numero", "nombre"),
    VALUE("montant", "taux", "valeur", "aide", "tarif", "prix", "euros", "montant par trimestre"),
    PERCENT("taux d effort", "pourcentage"),
    LEAST("aide minimale", "au moins", "plancher"),
    MOST("aide maximale", "au plus");

    private final List<String> headings;

    Part(String... headings) {
      this.headings = List.of(headings);
    }

    private static @Nullable Part of(String heading) {
      for (Part part : values()) {
        if (part.headings.contains(heading)) {
          return part;
        }
      }
      return null;
    }
  }

  /** What became of a row. */
  public enum Outcome {
    /** It gave at least one line. */
    TAKEN,
    /** It has no amount: nothing was taken of it. */
    WITHOUT_AMOUNT,
    /** It has more or fewer cells than headings: nothing was taken of it. */
    ODD_CELLS
  }

  /**
   * A row of the sheet.
   *
   * @param line where it is in the file, from 1
   * @param outcome what became of it
   */
  public record Row(int line, Outcome outcome) {}

  /**
   * What a sheet says.
   *
   * @param problem why it can't be read; absent if it can
   * @param missing whether it has no column of amounts, or none of bounds
   * @param lines the lines of the scale, in their order
   * @param rows every row, in order
   * @param unknown headings that mean nothing here; their columns were left aside
   */
  public record Content(
      Optional<SheetProblem.Kind> problem,
      boolean missing,
      List<TypedBracket> lines,
      List<Row> rows,
      List<String> unknown) {

    /** Whether its lines may replace those of a draft. */
    public boolean isUsable() {
      return problem.isEmpty() && !missing && !lines.isEmpty();
    }

    /** The rows that gave nothing. */
    public List<Row> leftOut() {
      return rows.stream().filter(row -> row.outcome() != Outcome.TAKEN).toList();
    }
  }

  /**
   * Reads a file of at most 1 MiB and 500 rows.
   *
   * @throws IOException when the disk refuses
   */
  public static Content read(Path file) throws IOException {
    try (Sheet sheet = Sheet.open(file, LIMITS)) {
      Map<Part, Integer> parts = new EnumMap<>(Part.class);
      SortedMap<Integer, Integer> ceilings = new TreeMap<>();
      List<String> unknown = new ArrayList<>();
      columns(sheet.headings(), parts, ceilings, unknown);
      List<TypedBracket> lines = new ArrayList<>();
      List<Row> rows = new ArrayList<>();
      List<SheetRow> levels = new ArrayList<>();
      Optional<SheetRow> next = sheet.next();
      while (next.isPresent()) {
        SheetRow row = next.get();
        Outcome outcome = outcome(row, parts);
        rows.add(new Row(row.line(), outcome));
        if (outcome == Outcome.TAKEN) {
          if (ceilings.isEmpty()) {
            lines.add(line(row, parts));
          } else {
            levels.add(row);
          }
        }
        next = sheet.next();
      }
      ceilings.forEach((children, column) -> lines.addAll(column(levels, parts, children, column)));
      boolean missing =
          sheet.problem().isEmpty()
              && (!(parts.containsKey(Part.VALUE) || parts.containsKey(Part.PERCENT))
                  || (ceilings.isEmpty() && !parts.containsKey(Part.UP_TO)));
      return new Content(
          sheet.problem().map(SheetProblem::kind), missing, List.copyOf(lines), rows, unknown);
    }
  }

  private static void columns(
      List<String> headings,
      Map<Part, Integer> parts,
      SortedMap<Integer, Integer> ceilings,
      List<String> unknown) {
    for (int column = 0; column < headings.size(); column++) {
      String heading = headings.get(column);
      @Nullable Part part = Part.of(plain(heading));
      Matcher children = CHILDREN.matcher(heading.strip().toLowerCase(java.util.Locale.ROOT));
      if (part != null) {
        parts.putIfAbsent(part, column);
      } else if (children.matches()) {
        ceilings.putIfAbsent(Integer.parseInt(children.group(1)), column);
      } else if (!heading.isBlank()) {
        unknown.add(heading);
      }
    }
  }

  private static Outcome outcome(SheetRow row, Map<Part, Integer> parts) {
    if (row.problem().isPresent()) {
      return Outcome.ODD_CELLS;
    }
    return cell(row, parts, Part.VALUE).isEmpty() && cell(row, parts, Part.PERCENT).isEmpty()
        ? Outcome.WITHOUT_AMOUNT
        : Outcome.TAKEN;
  }

  private static TypedBracket line(SheetRow row, Map<Part, Integer> parts) {
    return new TypedBracket(
        cell(row, parts, Part.LABEL),
        cell(row, parts, Part.CHILDREN),
        cell(row, parts, Part.FROM),
        cell(row, parts, Part.UP_TO),
        condition(cell(row, parts, Part.CONDITION)),
        cell(row, parts, Part.NUMBER),
        cell(row, parts, Part.VALUE),
        cell(row, parts, Part.PERCENT),
        cell(row, parts, Part.LEAST),
        cell(row, parts, Part.MOST));
  }

  /** The levels of a number of children, from the lowest ceiling up; none is without limit. */
  private static List<TypedBracket> column(
      List<SheetRow> levels, Map<Part, Integer> parts, int children, int column) {
    List<SheetRow> ascending = new ArrayList<>(levels);
    ascending.sort(java.util.Comparator.comparingDouble(row -> ceiling(row.cells().get(column))));
    List<TypedBracket> lines = new ArrayList<>();
    String from = "";
    for (SheetRow row : ascending) {
      String upTo = row.cells().get(column);
      lines.add(
          new TypedBracket(
              cell(row, parts, Part.LABEL),
              String.valueOf(children),
              from,
              upTo,
              condition(cell(row, parts, Part.CONDITION)),
              cell(row, parts, Part.NUMBER),
              cell(row, parts, Part.VALUE),
              "",
              "",
              ""));
      from = upTo;
    }
    return lines;
  }

  private static double ceiling(String cell) {
    try {
      return cell.isEmpty()
          ? Double.MAX_VALUE
          : Double.parseDouble(cell.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.MAX_VALUE;
    }
  }

  private static String condition(String cell) {
    return switch (plain(cell)) {
      case "", "aucune", "non" -> "";
      case "rsa" -> ConditionKind.WELFARE.name();
      case "bourse", "boursier" -> ConditionKind.SCHOLARSHIP.name();
      case "rang", "rang de l enfant" -> ConditionKind.CHILD_RANK.name();
      case "enfants", "nombre d enfants" -> ConditionKind.CHILDREN.name();
      default -> cell;
    };
  }

  private static String cell(SheetRow row, Map<Part, Integer> parts, Part part) {
    @Nullable Integer column = parts.get(part);
    return column == null ? "" : row.cells().get(column);
  }

  private static String plain(String text) {
    return String.join(" ", NameKey.words(text));
  }
}
