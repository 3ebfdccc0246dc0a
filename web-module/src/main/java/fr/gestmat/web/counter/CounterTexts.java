package fr.gestmat.web.counter;

import fr.gestmat.web.view.View;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** The sentences that the script of the counter says by itself. */
final class CounterTexts {

  private static final String PREFIX = "counter.live.";
  private static final String OFFLINE = "offline.live.";

  private CounterTexts() {}

  /** The sentences as JSON that may stand inside a page: no character of it can end a script. */
  static String json(View view) {
    JsonObjectBuilder sentences = Json.createObjectBuilder();
    view.sentences(PREFIX)
        .forEach((key, sentence) -> sentences.add(key.substring(PREFIX.length()), sentence));
    view.sentences(OFFLINE)
        .forEach(
            (key, sentence) ->
                sentences.add("offline." + key.substring(OFFLINE.length()), sentence));
    return sentences.build().toString().replace("<", "\\u003c").replace("&", "\\u0026");
  }
}
