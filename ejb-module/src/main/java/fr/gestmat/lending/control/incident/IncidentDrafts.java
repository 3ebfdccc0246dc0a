package fr.gestmat.lending.control.incident;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.lending.control.incident.IncidentFiles.Place;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What families answered so far of declarations that they have not sent, as it was typed. */
@ApplicationScoped
public class IncidentDrafts {

  /** How long a declaration waits to be sent. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final int AT_ONCE = 500;

  @Inject private ReadModel database;
  @Inject private IncidentFiles files;
  @Inject private Clock clock;

  /** The answers by the names of their questions; empty if there are none yet. */
  public Map<String, String> answers(Place.OfDraft draft) {
    return database
        .first(
            new SqlText()
                .add("select answers from incident_draft where account_id = ?", draft.account())
                .add("and loan = ?", draft.loan()),
            row -> parse(row.text("answers")))
        .orElse(Map.of());
  }

  /** Keeps answers beside those that are there. */
  public void keep(Place.OfDraft draft, Map<String, String> answers) {
    Map<String, String> all = new HashMap<>(answers(draft));
    all.putAll(answers);
    JsonObjectBuilder json = Json.createObjectBuilder();
    all.forEach(json::add);
    Instant now = clock.instant();
    database.write(
        new SqlText()
            .add("insert into incident_draft (account_id, loan, answers, changed_at)")
            .add("values (?, ?, ?, ?)", draft.account(), draft.loan(), json.build().toString(), now)
            .add("on duplicate key update answers = values(answers),")
            .add("changed_at = values(changed_at)"));
  }

  /**
   * Forgets what nobody sent within its time, with its files: some hundreds at most.
   *
   * @return how many drafts and files went; 0 when none is left
   */
  @InTransaction(ofItsOwn = true)
  public int forgetOld() {
    Instant before = clock.instant().minus(KEPT);
    return database.write(
            new SqlText()
                .add("delete from incident_draft where changed_at < ? limit " + AT_ONCE, before))
        + files.forgetBefore(before, AT_ONCE);
  }

  /** Forgets a draft that was sent. */
  public void forget(Place.OfDraft draft) {
    database.write(
        new SqlText()
            .add("delete from incident_draft where account_id = ?", draft.account())
            .add("and loan = ?", draft.loan()));
  }

  private static Map<String, String> parse(String text) {
    Map<String, String> answers = new HashMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      var object = reader.readObject();
      object.keySet().forEach(name -> answers.put(name, object.getString(name)));
    }
    return answers;
  }
}
