package fr.gestmat.web.journal;

import fr.gestmat.identity.boundary.JournalBook;
import fr.gestmat.web.journal.JournalResource.Told;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells the journal's lines in sentences, and what changed as facts. */
@RequestScoped
public class JournalSentences {

  @Inject private View view;

  /** One line, told. */
  Told tell(JournalBook.Line line) {
    String pupil = line.pupil().orElseGet(() -> view.text("history.aPupil"));
    String school = line.school().orElse("");
    String own = "journal." + line.action();
    String lending = "history." + line.action();
    String what =
        view.knows(own)
            ? view.text(own)
            : view.knows(lending)
                ? view.text(lending, pupil, school)
                : view.text("journal.other", line.action());
    return new Told(
        line.at(),
        line.actor(),
        what,
        school,
        line.detail().map(JournalSentences::facts).orElse(List.of()));
  }

  private static List<String> facts(String detail) {
    List<String> facts = new ArrayList<>();
    try (JsonReader reader = Json.createReader(new StringReader(detail))) {
      collect("", reader.readObject(), facts);
    }
    return facts;
  }

  private static void collect(String prefix, JsonObject object, List<String> facts) {
    for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
      switch (entry.getValue().getValueType()) {
        case OBJECT -> collect(entry.getKey() + " ", entry.getValue().asJsonObject(), facts);
        case NULL -> {}
        default -> facts.add(prefix + entry.getKey() + ": " + said(entry.getValue()));
      }
    }
  }

  private static String said(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case NULL -> "–";
      case ARRAY -> joined(value.asJsonArray());
      default -> value.toString();
    };
  }

  private static String joined(JsonArray values) {
    return values.stream().map(JournalSentences::said).collect(Collectors.joining(" → "));
  }
}
