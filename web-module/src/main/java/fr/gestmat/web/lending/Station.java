package fr.gestmat.web.lending;

import fr.gestmat.web.view.View;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A page where one scans along shelves, as {@code lending/station.jte} shows it.
 *
 * @param title what is done here
 * @param back where its work is seen
 * @param backLabel what leads there
 * @param where the place, and what is scanned
 * @param key tells its scans from those of other stations in the browser's storage
 * @param scans where its script sends scans
 * @param follow where its progress is read
 * @param form where a page without its script sends one code
 * @param texts the sentences of the script, as JSON that is safe inside a page
 * @param scanId of the next scan, for a page without its script
 * @param now the server's clock
 */
public record Station(
    String title,
    String back,
    String backLabel,
    String where,
    String key,
    String scans,
    String follow,
    String form,
    String texts,
    UUID scanId,
    Instant now) {

  /** The sentences of the script: the counter's, and those of this kind in their place. */
  static String texts(View view, String kind) {
    JsonObjectBuilder sentences = Json.createObjectBuilder();
    for (String prefix : List.of("counter.live.", kind + ".live.")) {
      view.sentences(prefix)
          .forEach((key, sentence) -> sentences.add(key.substring(prefix.length()), sentence));
    }
    // No character of it may end the script that it stands in.
    return sentences.build().toString().replace("<", "\\u003c").replace("&", "\\u0026");
  }
}
