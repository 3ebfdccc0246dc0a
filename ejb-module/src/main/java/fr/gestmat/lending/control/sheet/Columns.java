package fr.gestmat.lending.control.sheet;

import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.reports.sheet.SheetRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the cells of a row by what their columns hold.
 *
 * @param <F> the fields of this kind of file
 * @param of the column of each field that has one, from 0
 */
public record Columns<F extends Enum<F> & SheetField>(Map<F, Integer> of) {

  /** The longest code that a label or a device carries, in characters. */
  public static final int LONGEST_CODE = 64;

  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern("d/M/uuuu", Locale.FRANCE)
          .withResolverStyle(ResolverStyle.STRICT);

  /** The columns that the database keeps by the names of their fields. */
  public static <F extends Enum<F> & SheetField> Columns<F> of(
      Class<F> fields, Map<String, Integer> named) {
    Map<F, Integer> columns = new EnumMap<>(fields);
    for (F field : fields.getEnumConstants()) {
      Integer column = named.get(field.name());
      if (column != null) {
        columns.put(field, column);
      }
    }
    return new Columns<>(columns);
  }

  /** Whether the file has a column for it. */
  public boolean has(F field) {
    return of.containsKey(field);
  }

  /** The text of a cell; empty if there is none. */
  public String text(SheetRow row, F field) {
    Integer column = of.get(field);
    return column == null || column >= row.cells().size() ? "" : row.cells().get(column);
  }

  /** A code in normal form, of any length; empty if there is none. */
  public String code(SheetRow row, F field) {
    return ScannedCode.normalForm(text(row, field));
  }

  /**
   * A day as people and spreadsheets write it; empty if there is none.
   *
   * @throws DateTimeException if it can't be read
   */
  public Optional<LocalDate> day(SheetRow row, F field) {
    String text = text(row, field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String plain = text.replace('-', '/').replace('.', '/').split("[T ]", 2)[0];
    return Optional.of(
        plain.matches("\\d{4}/.*")
            ? LocalDate.parse(plain.replace('/', '-'))
            : LocalDate.parse(plain, FRENCH));
  }
}
