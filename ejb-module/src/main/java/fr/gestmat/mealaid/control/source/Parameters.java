package fr.gestmat.mealaid.control.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of a question, in the order in which they are sent. */
final class Parameters {

  private final List<String> pairs = new ArrayList<>();

  Parameters add(String name, String value) {
    pairs.add(encoded(name) + "=" + encoded(value));
    return this;
  }

  Parameters add(String name, int value) {
    return add(name, Integer.toString(value));
  }

  Parameters add(String name, Optional<?> value) {
    value.ifPresent(present -> add(name, present.toString()));
    return this;
  }

  Parameters addAll(String name, List<String> values) {
    values.forEach(value -> add(name, value));
    return this;
  }

  /** As it stands behind the question mark of an address: ASCII. */
  String query() {
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
