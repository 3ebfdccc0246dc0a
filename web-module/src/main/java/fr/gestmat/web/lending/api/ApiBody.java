package fr.gestmat.web.lending.api;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that somebody sent, read field by field: what is missing or out of bounds is said
 * by its name.
 */
final class ApiBody {

  private static final JsonReaderFactory READERS =
      JsonProvider.provider().createReaderFactory(Map.of());
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Instants and days beyond are mistakes, and would not fit into a calendar or a column. */
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  private final JsonObject json;

  private ApiBody(JsonObject json) {
    this.json = json;
  }

  /**
   * Reads a body.
   *
   * @throws MalformedBodyException if it is no JSON object
   */
  static ApiBody of(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return new ApiBody(reader.readObject());
    } catch (JsonException | IllegalStateException | StackOverflowError e) {
      throw new MalformedBodyException("json", "");
    }
  }

  /** The objects of a list that must be there, between 1 and {@code most}. */
  List<ApiBody> objects(String name, int most) {
    List<ApiBody> objects = objectsOrNone(name, most);
    if (objects.isEmpty()) {
      throw new MalformedBodyException("count", name);
    }
    return objects;
  }

  /** The objects of a list that must be there, at most {@code most}. */
  List<ApiBody> objectsOrNone(String name, int most) {
    JsonValue value = json.get(name);
    if (value == null || value.getValueType() != JsonValue.ValueType.ARRAY) {
      throw new MalformedBodyException("missing", name);
    }
    List<JsonValue> values = value.asJsonArray();
    if (values.size() > most) {
      throw new MalformedBodyException("count", name);
    }
    return values.stream()
        .map(
            one -> {
              if (one.getValueType() != JsonValue.ValueType.OBJECT) {
                throw new MalformedBodyException("form", name);
              }
              return new ApiBody(one.asJsonObject());
            })
        .toList();
  }

  /** A text that must be there, of any length. */
  String text(String name) {
    String text = textOrNull(name);
    if (text == null) {
      throw new MalformedBodyException("missing", name);
    }
    return text;
  }

  /** A text that must be there, with something in it and at most so many characters. */
  String text(String name, int most) {
    String text = text(name);
    if (text.isBlank()) {
      throw new MalformedBodyException("missing", name);
    }
    if (text.length() > most) {
      throw new MalformedBodyException("long", name);
    }
    return text;
  }

  /** A text of at most so many characters that may be null, absent or blank: then null. */
  @Nullable String textOrNull(String name, int most) {
    String text = textOrNull(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > most) {
      throw new MalformedBodyException("long", name);
    }
    return text.strip();
  }

  /** An id that must be there. */
  UUID id(String name) {
    return uuid(name, text(name));
  }

  /** An id that may be null or absent. */
  @Nullable UUID idOrNull(String name) {
    String text = textOrNull(name);
    return text == null ? null : uuid(name, text);
  }

  /** An instant with its offset that must be there. */
  Instant instant(String name) {
    return instant(name, text(name));
  }

  /** An instant with its offset that may be null or absent. */
  @Nullable Instant instantOrNull(String name) {
    String text = textOrNull(name);
    return text == null ? null : instant(name, text);
  }

  /** A day that may be null or absent. */
  @Nullable LocalDate dayOrNull(String name) {
    String text = textOrNull(name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new MalformedBodyException("form", name);
    }
  }

  /** One of an enum's names that must be there. */
  <E extends Enum<E>> E code(String name, Class<E> codes) {
    return code(name, codes, text(name));
  }

  /** One of an enum's names that may be null or absent. */
  <E extends Enum<E>> @Nullable E codeOrNull(String name, Class<E> codes) {
    String text = textOrNull(name);
    return text == null ? null : code(name, codes, text);
  }

  /** A whole number that must be there, within bounds. */
  int number(String name, int least, int most) {
    JsonValue value = json.get(name);
    if (value == null || value.equals(JsonValue.NULL)) {
      throw new MalformedBodyException("missing", name);
    }
    if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
      throw new MalformedBodyException("form", name);
    }
    BigDecimal whole = number.bigDecimalValue();
    if (whole.compareTo(BigDecimal.valueOf(least)) < 0
        || whole.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new MalformedBodyException("form", name);
    }
    return whole.intValue();
  }

  /** A whole number within bounds; {@code otherwise} when null or absent. */
  int number(String name, int least, int most, int otherwise) {
    JsonValue value = json.get(name);
    return value == null || value.equals(JsonValue.NULL) ? otherwise : number(name, least, most);
  }

  /** A yes or no; {@code otherwise} when absent. */
  boolean yes(String name, boolean otherwise) {
    JsonValue value = json.get(name);
    if (value == null || value.equals(JsonValue.NULL)) {
      return otherwise;
    }
    if (!value.equals(JsonValue.TRUE) && !value.equals(JsonValue.FALSE)) {
      throw new MalformedBodyException("form", name);
    }
    return value.equals(JsonValue.TRUE);
  }

  private @Nullable String textOrNull(String name) {
    JsonValue value = json.get(name);
    if (value == null || value.equals(JsonValue.NULL)) {
      return null;
    }
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw new MalformedBodyException("form", name);
  }

  private static UUID uuid(String name, String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new MalformedBodyException("form", name);
    }
    return UUID.fromString(text);
  }

  private static Instant instant(String name, String text) {
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
        throw new MalformedBodyException("form", name);
      }
      return instant;
    } catch (DateTimeException e) {
      throw new MalformedBodyException("form", name);
    }
  }

  private static <E extends Enum<E>> E code(String name, Class<E> codes, String text) {
    return Arrays.stream(codes.getEnumConstants())
        .filter(code -> code.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new MalformedBodyException("form", name));
  }
}
