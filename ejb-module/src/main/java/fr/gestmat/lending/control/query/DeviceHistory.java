package fr.gestmat.lending.control.query;

import fr.gestmat.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the journal knows of a device, the latest first. */
@ApplicationScoped
public class DeviceHistory {

  @Inject private ReadModel database;

  /**
   * One line.
   *
   * @param key where the history goes on after it
   * @param at when
   * @param actor who did it
   * @param action code of what was done
   * @param school name of the school where it was done
   * @param pupil names of the pupil concerned; absent if it was in a school that the caller does
   *     not see
   * @param detail what changed
   */
  public record Line(
      long key,
      Instant at,
      String actor,
      String action,
      Optional<String> school,
      Optional<String> pupil,
      JsonObject detail) {}

  /**
   * A page of the history.
   *
   * @param before key of the last line of the page before; {@code Long.MAX_VALUE} for the first
   */
  public List<Line> page(Scope scope, long deviceKey, long before, int size) {
    SqlText sql =
        new SqlText()
            .add("select j.id, j.happened_at, j.actor_name, j.action, j.school_id, j.detail,")
            .add("s.name school, u.family_name, u.given_name, u.school_id pupil_school")
            .add("from journal_entry j")
            .add("left join school s on s.id = j.school_id")
            .add("left join pupil u on u.id = j.pupil_id")
            .add("where j.subject_type = 'DEVICE' and j.subject_id = ?", deviceKey)
            .add("and j.authority_id = ? and j.id < ?", scope.authorityId(), before)
            .add("order by j.id desc limit ?", size);
    return database.list(sql, row -> line(row, scope));
  }

  private static Line line(Row row, Scope scope) throws SQLException {
    Optional<String> name = row.maybeText("family_name");
    boolean visible =
        name.isPresent()
            && (scope.covers(row.number("school_id")) || scope.covers(row.number("pupil_school")));
    return new Line(
        row.number("id"),
        row.instant("happened_at"),
        row.text("actor_name"),
        row.text("action"),
        row.maybeText("school"),
        visible ? Optional.of(name.get() + " " + row.text("given_name")) : Optional.empty(),
        row.maybeText("detail").map(DeviceHistory::json).orElse(JsonObject.EMPTY_JSON_OBJECT));
  }

  private static JsonObject json(String detail) {
    try (JsonReader reader = Json.createReader(new StringReader(detail))) {
      return reader.readObject();
    }
  }
}
