package fr.gestmat.demo.ent;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One request and its answer, with what the JDK's server leaves to do by hand. */
final class Exchange {
  private static final String COOKIE = "CASTGC";
  private static final int LARGEST_FORM = 64 * 1024;
  private final HttpExchange http;
  private final Map<String, String> parameters;

  Exchange(HttpExchange http) throws IOException {
    this.http = http;
    Map<String, String> all = new LinkedHashMap<>(parse(http.getRequestURI().getRawQuery()));
    if (isPost()) {
      byte[] body = http.getRequestBody().readNBytes(LARGEST_FORM);
      all.putAll(parse(new String(body, StandardCharsets.UTF_8)));
    }
    this.parameters = Map.copyOf(all);
  }

  boolean isPost() {
    return http.getRequestMethod().equals("POST");
  }

  /** A parameter of the address or the form, empty when absent or blank. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
  }

  /** A parameter that names a constant; anything else gives the fallback. */
  <E extends Enum<E>> E choice(String name, E fallback) {
    return parameter(name)
        .flatMap(
            text ->
                Arrays.stream(fallback.getDeclaringClass().getEnumConstants())
                    .filter(constant -> constant.name().equalsIgnoreCase(text))
                    .findFirst())
        .orElse(fallback);
  }

  /** The cookie of the portal's own sign-on. */
  Optional<String> cookie() {
    return Optional.ofNullable(http.getRequestHeaders().getFirst("Cookie")).stream()
        .flatMap(header -> Arrays.stream(header.split(";\\s*")))
        .filter(pair -> pair.startsWith(COOKIE + "="))
        .map(pair -> pair.substring(COOKIE.length() + 1))
        .findFirst();
  }

  void setCookie(String value) {
    http.getResponseHeaders().add("Set-Cookie", COOKIE + "=" + value + "; Path=/; HttpOnly");
  }

  void dropCookie() {
    http.getResponseHeaders().add("Set-Cookie", COOKIE + "=; Path=/; HttpOnly; Max-Age=0");
  }

  void redirect(String location) throws IOException {
    http.getResponseHeaders().set("Location", location);
    http.sendResponseHeaders(302, -1);
    http.close();
  }

  void html(int status, String page) throws IOException {
    answer(status, "text/html; charset=utf-8", page);
  }

  void svg(String text) throws IOException {
    answer(200, "image/svg+xml; charset=utf-8", text);
  }

  void xml(String text) throws IOException {
    answer(200, "application/xml; charset=utf-8", text);
  }

  private void answer(int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    http.getResponseHeaders().set("Content-Type", type);
    http.getResponseHeaders().set("Cache-Control", "no-store");
    http.sendResponseHeaders(status, bytes.length);
    http.getResponseBody().write(bytes);
    http.close();
  }

  private static Map<String, String> parse(@org.jspecify.annotations.Nullable String encoded) {
    Map<String, String> found = new LinkedHashMap<>();
    if (encoded == null || encoded.isEmpty()) {
      return found;
    }
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        found.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return found;
  }
}
