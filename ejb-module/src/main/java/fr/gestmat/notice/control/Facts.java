package fr.gestmat.notice.control;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** The values of a notice's sentence as they are kept. */
public final class Facts {

  private Facts() {}

  /** As JSON. */
  public static String write(Map<String, String> facts) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    new TreeMap<>(facts).forEach(object::add);
    return object.build().toString();
  }

  /**
   * From JSON.
   *
   * @throws RuntimeException if it is none, or a value is no text
   */
  static Map<String, String> read(String json) {
    Map<String, String> facts = new TreeMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      reader
          .readObject()
          .forEach((name, value) -> facts.put(name, ((JsonString) value).getString()));
    }
    return facts;
  }
}
