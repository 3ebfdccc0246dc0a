package fr.gestmat.mealaid.control.form;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers as they are kept. */
public final class AnswersJson {

  private AnswersJson() {}

  /** As JSON; the same answers always give the same text. */
  public static String write(Answers answers) {
    JsonArrayBuilder kept = Json.createArrayBuilder();
    answers.kept().stream().sorted().forEach(kept::add);
    return Json.createObjectBuilder()
        .add("household", object(answers.household()))
        .add("child", object(answers.child()))
        .add("kept", kept)
        .build()
        .toString();
  }

  /** The answers of a text that {@link #write} made; none for null. */
  public static Answers read(@Nullable String json) {
    if (json == null) {
      return Answers.NONE;
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject whole = reader.readObject();
      Set<String> kept = new HashSet<>();
      if (whole.containsKey("kept")) {
        whole
            .getJsonArray("kept")
            .getValuesAs(JsonString.class)
            .forEach(k -> kept.add(k.getString()));
      }
      return new Answers(map(whole, "household"), map(whole, "child"), kept);
    }
  }

  private static JsonObjectBuilder object(Map<String, String> answers) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    answers.forEach(object::add);
    return object;
  }

  private static Map<String, String> map(JsonObject whole, String part) {
    Map<String, String> answers = new TreeMap<>();
    if (whole.containsKey(part)) {
      JsonObject object = whole.getJsonObject(part);
      object.keySet().forEach(code -> answers.put(code, object.getString(code)));
    }
    return answers;
  }
}
