package fr.gestmat.web.lending.api;

import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The parameters of a list's address; a wrong one is said by its name. */
final class ApiQuery {

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int LONGEST = 400;

  private final UriInfo uri;

  ApiQuery(UriInfo uri) {
    this.uri = uri;
  }

  /** The cursor that goes on after a key. */
  static String cursorOf(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  Optional<String> text(String name) {
    String value = uri.getQueryParameters().getFirst(name);
    if (value != null && value.length() > LONGEST) {
      throw new MalformedBodyException("long", name);
    }
    return Optional.ofNullable(value).filter(v -> !v.isBlank());
  }

  <E extends Enum<E>> Optional<E> code(String name, Class<E> codes) {
    return text(name)
        .map(
            value ->
                Arrays.stream(codes.getEnumConstants())
                    .filter(code -> code.name().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new MalformedBodyException("form", name)));
  }

  Optional<UUID> id(String name) {
    try {
      return text(name).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      throw new MalformedBodyException("form", name);
    }
  }

  boolean yes(String name) {
    return text(name).filter(value -> value.equals("true")).isPresent();
  }

  int size() {
    int size =
        text("limit").map(value -> (int) Math.min(number("limit", value), MOST)).orElse(USUAL);
    if (size < 1) {
      throw new MalformedBodyException("form", "limit");
    }
    return size;
  }

  Optional<String> cursor() {
    try {
      return text("after")
          .map(value -> new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new MalformedBodyException("form", "after");
    }
  }

  Optional<Long> numberCursor() {
    return cursor().map(value -> number("after", value));
  }

  private static long number(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new MalformedBodyException("form", name);
    }
  }
}
