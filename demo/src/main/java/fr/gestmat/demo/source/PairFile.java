package fr.gestmat.demo.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Pairs in the shape in which API Particulier publishes those of its own test environment: {@code
 * description}, {@code params}, {@code status}, {@code payload}; one YAML document for each. Ours
 * may also have {@code before}, answers that come first, and {@code retryAfter}.
 */
final class PairFile {

  private PairFile() {}

  /**
   * Reads the pairs of a file beside this class.
   *
   * @param facts what stands for <code>{{name}}</code> in it, such as birth dates of sample pupils
   * @throws IOException if there is no such file
   */
  static List<Pair> read(String name, Pair.Service service, Map<String, String> facts)
      throws IOException {
    try (InputStream in = PairFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no pairs in " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> fact : facts.entrySet()) {
        text = text.replace("{{" + fact.getKey() + "}}", fact.getValue());
      }
      List<Pair> pairs = new ArrayList<>();
      for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
        pairs.add(pair((Map<?, ?>) document, service));
      }
      return pairs;
    }
  }

  private static Pair pair(Map<?, ?> document, Pair.Service service) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    ((Map<?, ?>) need(document, "params"))
        .forEach((name, value) -> params.put(name.toString(), texts(value)));
    List<Pair.Reply> replies = new ArrayList<>();
    if (document.get("before") instanceof List<?> before) {
      before.forEach(one -> replies.add(reply((Map<?, ?>) one)));
    }
    replies.add(reply(document));
    return new Pair(
        service, need(document, "description").toString().strip(), Map.copyOf(params), replies);
  }

  private static Object need(Map<?, ?> document, String key) {
    return Objects.requireNonNull(document.get(key), key);
  }

  private static List<String> texts(Object value) {
    return value instanceof List<?> several
        ? several.stream().map(Object::toString).toList()
        : List.of(value.toString());
  }

  private static Pair.Reply reply(Map<?, ?> document) {
    return new Pair.Reply(
        (int) need(document, "status"),
        need(document, "payload").toString(),
        Optional.ofNullable((Integer) document.get("retryAfter")));
  }
}
