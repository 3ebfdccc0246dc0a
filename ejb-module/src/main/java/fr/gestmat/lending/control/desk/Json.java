package fr.gestmat.lending.control.desk;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringReader;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON texts of the desk; the platform's provider is looked up once, not at each scan. */
final class Json {

  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonGeneratorFactory GENERATORS = PROVIDER.createGeneratorFactory(Map.of());
  private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

  private Json() {}

  static JsonGenerator generator(Writer out) {
    return GENERATORS.createGenerator(out);
  }

  static JsonReader reader(String text) {
    return READERS.createReader(new StringReader(text));
  }

  static JsonObject read(String text) {
    try (JsonReader reader = reader(text)) {
      return reader.readObject();
    }
  }

  /** Writes a value of an array; null as null. */
  static void write(JsonGenerator json, @Nullable Object value) {
    if (value == null) {
      json.writeNull();
    } else {
      json.write(value.toString());
    }
  }

  /** Writes a member if there is one. */
  static void write(JsonGenerator json, String name, @Nullable Object value) {
    if (value instanceof Long number) {
      json.write(name, number);
    } else if (value != null) {
      json.write(name, value.toString());
    }
  }

  /** A member that may be absent. */
  static Optional<String> text(JsonObject object, String name) {
    return object.containsKey(name) ? Optional.of(object.getString(name)) : Optional.empty();
  }

  /** A number that may be absent. */
  static @Nullable Long number(JsonObject object, String name) {
    return object.containsKey(name) ? object.getJsonNumber(name).longValue() : null;
  }
}
