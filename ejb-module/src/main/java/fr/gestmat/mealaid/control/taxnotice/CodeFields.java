package fr.gestmat.mealaid.control.taxnotice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The table of fields and document types ({@code fields.properties}). */
final class CodeFields {

  static final CodeFields TABLE = read("/fr/gestmat/mealaid/taxnotice/fields.properties");

  /**
   * A field.
   *
   * @param shortest characters at least
   * @param longest characters at most
   */
  record Field(int shortest, int longest) {
    boolean isFixed() {
      return shortest == longest;
    }
  }

  /**
   * A type of document.
   *
   * @param notice whether it is a tax notice; a "situation déclarative" is none
   * @param needed what must be in it, each one of several ids
   */
  record Type(boolean notice, List<List<String>> needed) {}

  private final Map<String, Field> fields = new HashMap<>();
  private final Map<String, Type> types = new HashMap<>();

  private CodeFields() {}

  private static CodeFields read(String resource) {
    Properties lines = new Properties();
    try (InputStream in = CodeFields.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      lines.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CodeFields table = new CodeFields();
    for (String name : lines.stringPropertyNames()) {
      String key = name.substring(name.indexOf('.') + 1);
      String value = lines.getProperty(name).strip();
      if (name.startsWith("field.")) {
        table.fields.put(key, fieldOf(value));
      } else {
        table.types.put(key, typeOf(value));
      }
    }
    return table;
  }

  private static Field fieldOf(String line) {
    int comma = line.indexOf(',');
    String longest = line.substring(comma + 1).strip();
    return new Field(
        Integer.parseInt(line.substring(0, comma).strip()),
        longest.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(longest));
  }

  private static Type typeOf(String line) {
    List<String> words = Arrays.asList(line.split("\\s+", -1));
    return new Type(
        "NOTICE".equals(words.get(0)),
        words.subList(1, words.size()).stream()
            .map(word -> List.of(word.split("\\|", -1)))
            .toList());
  }

  Optional<Field> field(String id) {
    return Optional.ofNullable(fields.get(id));
  }

  Optional<Type> type(String documentType) {
    return Optional.ofNullable(types.get(documentType));
  }
}
