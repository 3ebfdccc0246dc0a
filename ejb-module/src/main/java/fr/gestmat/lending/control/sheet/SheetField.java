package fr.gestmat.lending.control.sheet;

import fr.gestmat.directory.control.feed.NameKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a column of a file may hold; each kind of file has an enumeration of its own. */
public interface SheetField {

  /** The headings that people give it, as {@link #plain} makes them. */
  List<String> headings();

  /** Whether a file without this column cannot be read. */
  boolean isRequired();

  /**
   * The column of each field as its heading says; two columns are never the same field, and unknown
   * headings stay aside (L102).
   */
  static <F extends Enum<F> & SheetField> Map<F, Integer> propose(
      Class<F> fields, List<String> headings) {
    Map<F, Integer> found = new EnumMap<>(fields);
    for (int column = 0; column < headings.size(); column++) {
      String heading = plain(headings.get(column));
      for (F field : fields.getEnumConstants()) {
        if (field.headings().contains(heading)) {
          found.putIfAbsent(field, column);
        }
      }
    }
    return found;
  }

  /**
   * Words without accents, case or punctuation, with single blanks: "N° de Série" is n de serie.
   */
  static String plain(String text) {
    return String.join(" ", NameKey.words(text.replace("°", " ")));
  }
}
