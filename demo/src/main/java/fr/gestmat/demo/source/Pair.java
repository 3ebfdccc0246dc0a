package fr.gestmat.demo.source;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A request and its answers.
 *
 * @param service which service it is for
 * @param description what it shows
 * @param params what the request must say, without the brackets of lists
 * @param replies one for each time it is asked; the last one for ever
 */
record Pair(
    Service service,
    String description,
    Map<String, List<String>> params,
    List<Reply> replies,
    AtomicInteger asked) {

  /** A pair that nobody asked for yet. */
  Pair(Service service, String description, Map<String, List<String>> params, List<Reply> replies) {
    this(service, description, params, replies, new AtomicInteger());
  }

  /** The services that are simulated. */
  enum Service {
    /** Family quotient of the CAF and the MSA. */
    QUOTIENT,
    /** Pupils of the ministry of education. */
    SCHOOLING
  }

  /**
   * An answer.
   *
   * @param status of HTTP
   * @param payload JSON
   * @param retryAfter seconds that the caller is asked to wait
   */
  record Reply(int status, String payload, Optional<Integer> retryAfter) {}

  /** Whether a request says all that this one must; more does not matter. */
  boolean fits(Service asked, Map<String, List<String>> request) {
    return service == asked
        && params.entrySet().stream()
            .allMatch(
                wanted ->
                    folded(request.getOrDefault(wanted.getKey(), List.of()))
                        .equals(folded(wanted.getValue())));
  }

  /** The next answer. */
  Reply next() {
    return replies.get(Math.min(asked.getAndIncrement(), replies.size() - 1));
  }

  /** Case and accents do not count, as in the registers behind the real service. */
  private static List<String> folded(List<String> values) {
    return values.stream()
        .map(
            value ->
                Normalizer.normalize(value.strip(), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toUpperCase(Locale.ROOT))
        .toList();
  }
}
