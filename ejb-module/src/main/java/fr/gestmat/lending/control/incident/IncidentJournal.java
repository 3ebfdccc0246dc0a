package fr.gestmat.lending.control.incident;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;

/** What the journal keeps of incidents. */
@ApplicationScoped
public class IncidentJournal {

  /** Subject of the lines. */
  public static final String SUBJECT = "INCIDENT";

  @Inject private ReadModel database;
  @Inject private Journal journal;

  /**
   * A line.
   *
   * @param at when
   * @param actor who
   * @param action what
   */
  public record Line(Instant at, String actor, String action) {}

  /** Writes a line about an incident as it stands now. */
  public void write(Caller who, LendingAction action, Incident incident) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            incident.schoolId(),
            who.accountId(),
            who.name(),
            action.name(),
            SUBJECT,
            incident.key(),
            incident.pupilKey().orElse(null),
            Json.createObjectBuilder()
                .add("device", incident.assetTag())
                .add("kind", incident.kind().name())
                .add("state", incident.state().name())
                .add("replacement", incident.replacement().name())
                .add("policeReport", incident.policeReport())
                .build()
                .toString()));
  }

  /** The latest lines about an incident. */
  public List<Line> of(long authorityId, long key) {
    return database.list(
        new SqlText()
            .add("select happened_at, actor_name, action from journal_entry")
            .add("where subject_type = ? and subject_id = ?", SUBJECT, key)
            .add("and authority_id = ? order by id desc limit 50", authorityId),
        row -> new Line(row.instant("happened_at"), row.text("actor_name"), row.text("action")));
  }
}
