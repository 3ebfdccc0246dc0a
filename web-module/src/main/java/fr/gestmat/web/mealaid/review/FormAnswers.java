package fr.gestmat.web.mealaid.review;

import fr.gestmat.web.view.View;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers of a form as an officer reads them: each question by its name, where it has one. */
public final class FormAnswers {

  private FormAnswers() {}

  /**
   * An answer.
   *
   * @param question what was asked
   * @param answer what was answered
   */
  public record Line(String question, String answer) {}

  /** The answers of a submitted form; none if it can't be read. */
  static List<Line> of(View view, @Nullable String submitted) {
    if (submitted == null) {
      return List.of();
    }
    try (JsonReader reader = Json.createReader(new StringReader(submitted))) {
      List<Line> all = new ArrayList<>();
      collect(view, "", reader.readObject(), all);
      return all;
    } catch (JsonException | ClassCastException e) {
      return List.of();
    }
  }

  private static void collect(View view, String prefix, JsonObject object, List<Line> all) {
    object.forEach(
        (name, value) -> {
          if (value instanceof JsonObject inner) {
            collect(view, prefix + name + ".", inner, all);
          } else if (value != JsonValue.NULL && !said(view, value).isBlank()) {
            all.add(new Line(question(view, prefix + name), said(view, value)));
          }
        });
  }

  private static String question(View view, String name) {
    String key = "review.answer." + name;
    return view.knows(key) ? view.text(key) : name;
  }

  private static String said(View view, JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case TRUE -> view.text("review.yes");
      case FALSE -> view.text("review.no");
      case ARRAY ->
          value.asJsonArray().stream()
              .map(one -> said(view, one))
              .collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }
}
