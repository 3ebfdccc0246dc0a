package fr.gestmat.lending.control.count;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a scan of an inventory, before it is put into a sentence.
 *
 * @param finding what it is
 * @param code the code as answers quote it
 * @param tag the device's tag; absent if no device carries the code
 * @param model the name of its model
 * @param values what the sentence says besides, in its order; a name that may not be said is empty
 */
public record CountAnswer(
    CountFinding finding,
    String code,
    Optional<String> tag,
    Optional<String> model,
    List<String> values) {

  /** Copies the values. */
  public CountAnswer {
    values = List.copyOf(values);
  }

  /** An answer about no device. */
  static CountAnswer of(CountFinding finding, String code) {
    return new CountAnswer(finding, code, Optional.empty(), Optional.empty(), List.of());
  }

  String toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("finding", finding.name()).add("code", code);
    tag.ifPresent(t -> json.add("tag", t));
    model.ifPresent(m -> json.add("model", m));
    JsonArrayBuilder said = Json.createArrayBuilder();
    values.forEach(said::add);
    return json.add("values", said).build().toString();
  }

  static CountAnswer read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new CountAnswer(
          CountFinding.valueOf(json.getString("finding")),
          json.getString("code"),
          Optional.ofNullable(json.getString("tag", null)),
          Optional.ofNullable(json.getString("model", null)),
          json.getJsonArray("values").getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .toList());
    }
  }
}
