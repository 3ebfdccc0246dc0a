package fr.gestmat.web.mealaid.campaign;

import fr.gestmat.mealaid.control.review.AnnotationBook.Asked;
import fr.gestmat.mealaid.control.review.AnnotationBook.Wanted;
import fr.gestmat.mealaid.control.review.Annotations;
import fr.gestmat.mealaid.control.review.Annotations.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of the form that says what officers note: those that are there, and empty ones. */
public final class AnnotationFields {

  private static final int EMPTY = 2;

  private AnnotationFields() {}

  /** What stands in the fields. */
  static Map<String, String> of(List<Asked> asked) {
    Map<String, String> values = new HashMap<>();
    int line = 1;
    for (Asked one : asked) {
      values.put("code-" + line, one.code());
      values.put("label-" + line, one.label());
      values.put("kind-" + line, one.kind().name());
      values.put("mandatory-" + line, String.valueOf(one.mandatory()));
      values.put("noted-" + line, String.valueOf(one.noted()));
      values.put("yes-" + line, String.valueOf(one.yes()));
      line++;
    }
    values.put("lines", String.valueOf(Math.min(Annotations.MOST, asked.size() + EMPTY)));
    return values;
  }

  /** What was typed: a line without a name is a line to drop. */
  static List<Wanted> read(Entry entry) {
    List<Wanted> wanted = new ArrayList<>();
    int lines = Math.min(entry.number("lines").orElse(0), Annotations.MOST);
    for (int line = 1; line <= lines; line++) {
      String label = entry.text("label-" + line);
      if (!label.isBlank()) {
        String kind = entry.text("kind-" + line);
        wanted.add(
            new Wanted(
                entry.text("code-" + line),
                label,
                Arrays.stream(Kind.values())
                    .filter(one -> one.name().equals(kind))
                    .findFirst()
                    .orElse(Kind.TEXT),
                entry.ticked("mandatory-" + line)));
      }
    }
    return wanted;
  }

  /** How many applications, as a hidden field of the form says; 0 if it says nothing readable. */
  public static long count(String typed) {
    return typed.matches("\\d{1,9}") ? Long.parseLong(typed) : 0;
  }

  /** How many lines the form has. */
  public static int lines(String typed) {
    return typed.matches("\\d{1,2}") ? Math.min(Integer.parseInt(typed), Annotations.MOST) : EMPTY;
  }
}
