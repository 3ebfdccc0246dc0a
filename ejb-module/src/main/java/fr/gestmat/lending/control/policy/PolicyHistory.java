package fr.gestmat.lending.control.policy;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who changed what in a version of a policy, as the journal keeps it. */
@ApplicationScoped
public class PolicyHistory {

  /** Subject of the journal's lines. */
  public static final String SUBJECT = "LENDING_POLICY";

  private static final int MOST = 100;

  @Inject private ReadModel database;
  @Inject private Journal journal;

  /**
   * A line of the history.
   *
   * @param at when
   * @param actor who
   * @param action what was done
   * @param changes each changed value
   */
  public record Line(Instant at, String actor, String action, List<Change> changes) {}

  /**
   * A value that changed.
   *
   * @param field key of {@link PolicyDraft#values}
   * @param before its value before; may be empty
   * @param after its value after; may be empty
   */
  public record Change(String field, String before, String after) {}

  /** The latest lines about a version. */
  public List<Line> of(long authorityId, long key) {
    return database.list(
        new SqlText()
            .add("select happened_at, actor_name, action, detail from journal_entry")
            .add("where subject_type = ? and subject_id = ?", SUBJECT, key)
            .add("and authority_id = ? order by id desc limit ?", authorityId, MOST),
        row ->
            new Line(
                row.instant("happened_at"),
                row.text("actor_name"),
                row.text("action"),
                row.maybeText("detail").map(PolicyHistory::changes).orElse(List.of())));
  }

  /** Writes what a change changed; nothing if it changed nothing. */
  public void changed(Caller who, PolicyStore.Kept before, PolicyDraft after) {
    Map<String, String> was = before.draft().values();
    JsonObjectBuilder changed = Json.createObjectBuilder();
    boolean any = false;
    for (Map.Entry<String, String> now : after.values().entrySet()) {
      String old = was.getOrDefault(now.getKey(), "");
      if (!old.equals(now.getValue())) {
        any = true;
        changed.add(now.getKey(), Json.createArrayBuilder().add(old).add(now.getValue()));
      }
    }
    if (any) {
      write(
          who,
          LendingAction.POLICY_CHANGED,
          before.key(),
          Json.createObjectBuilder().add("name", after.name()).add("changed", changed));
    }
  }

  /** Writes a line about a version. */
  public void write(Caller who, LendingAction action, long key, JsonObjectBuilder detail) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            action.name(),
            SUBJECT,
            key,
            null,
            detail.build().toString()));
  }

  private static List<Change> changes(String detail) {
    try (JsonReader reader = Json.createReader(new StringReader(detail))) {
      JsonObject all = reader.readObject();
      List<Change> changes = new ArrayList<>();
      if (all.containsKey("changed")) {
        for (String field : all.getJsonObject("changed").keySet()) {
          JsonArray values = all.getJsonObject("changed").getJsonArray(field);
          changes.add(new Change(field, values.getString(0), values.getString(1)));
        }
      }
      return changes;
    }
  }
}
