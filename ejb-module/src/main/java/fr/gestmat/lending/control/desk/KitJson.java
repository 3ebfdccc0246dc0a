package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.kit.Kit;
import fr.gestmat.lending.control.kit.KitItem;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kits as JSON: in a stored answer, and as the database hands over pieces and gaps of a device. */
final class KitJson {

  private KitJson() {}

  static void write(JsonGenerator json, List<KitItem> kit) {
    if (kit.isEmpty()) {
      return;
    }
    json.writeStartArray("kit");
    for (KitItem item : kit) {
      json.writeStartObject().write("name", item.name());
      Json.write(json, "piece", item.piece().orElse(null));
      Json.write(json, "code", item.code().orElse(null));
      json.write("expected", item.expected()).write("missing", item.missing()).writeEnd();
    }
    json.writeEnd();
  }

  static List<KitItem> items(JsonObject answer) {
    JsonArray kit = answer.getJsonArray("kit");
    return kit == null ? List.of() : kit.getValuesAs(item -> item(item.asJsonObject()));
  }

  private static KitItem item(JsonObject json) {
    return new KitItem(
        json.getString("name"),
        Json.text(json, "piece").map(UUID::fromString),
        Json.text(json, "code"),
        json.getInt("expected"),
        json.getInt("missing"));
  }

  /** Pieces as {@code json_arrayagg} gives them; null for none. */
  static List<Kit.Piece> pieces(@Nullable String array) {
    return list(
        array,
        json ->
            new Kit.Piece(
                json.getJsonNumber("id").longValue(),
                UUID.fromString(json.getString("piece")),
                json.getString("code"),
                json.getString("name")));
  }

  /** Gaps likewise. */
  static List<Kit.Gap> gaps(@Nullable String array) {
    return list(
        array,
        json ->
            new Kit.Gap(
                json.getString("name"),
                json.isNull("piece")
                    ? Optional.empty()
                    : Optional.of(json.getJsonNumber("piece").longValue()),
                json.getInt("open")));
  }

  private static <T> List<T> list(@Nullable String array, Function<JsonObject, T> reader) {
    if (array == null) {
      return List.of();
    }
    try (JsonReader json = Json.reader(array)) {
      return json.readArray().getValuesAs(JsonValue::asJsonObject).stream().map(reader).toList();
    }
  }
}
