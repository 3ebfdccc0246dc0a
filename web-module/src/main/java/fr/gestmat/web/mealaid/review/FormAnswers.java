package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.form.FormChoice;
import fr.gestmat.mealaid.control.form.FormNeeds;
import fr.gestmat.mealaid.control.form.StandardForm;
import fr.gestmat.web.mealaid.application.QuestionFields;
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

  /**
   * The answers of a submitted form, in the order of its questions; none if it can't be read.
   *
   * @param child given name of the child it is about
   */
  static List<Line> of(View view, @Nullable String submitted, String child) {
    if (submitted == null) {
      return List.of();
    }
    try (JsonReader reader = Json.createReader(new StringReader(submitted))) {
      JsonObject whole = reader.readObject();
      if (whole.containsKey("household") || whole.containsKey("child")) {
        return lines(view, AnswersJson.read(submitted).asTyped(), child);
      }
      List<Line> all = new ArrayList<>();
      collect(view, "", whole, all);
      return all;
    } catch (JsonException | ClassCastException e) {
      return List.of();
    }
  }

  private static List<Line> lines(View view, Answers answers, String child) {
    return StandardForm.of(0, FormChoice.WHOLE, FormNeeds.ALL).pages().stream()
        .flatMap(page -> page.questions().stream())
        .filter(question -> answers.to(question.code()).isPresent())
        .map(
            question ->
                new Line(
                    question(view, question.code()),
                    QuestionFields.answer(view, question, answers, child)))
        .toList();
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
