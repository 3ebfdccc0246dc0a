package fr.gestmat.lending.control.offline;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The replays of a school, newest first, with their sums. */
@ApplicationScoped
public class Replays {

  private static final String SELECT =
      """
      select r.id, r.public_id, r.planned_at, r.planned_by, r.ended_at, count(*) total,
        sum(o.state = 'APPLIED') applied, sum(o.state = 'REFUSED') refused,
        sum(o.state = 'SKIPPED') skipped, count(distinct o.desk_id) desks,
        min(o.corrected_at) first_at, max(o.corrected_at) last_at
      from offline_replay r join offline_operation o on o.replay_id = r.id
      where r.school_id = ?
      """;

  @Inject private ReadModel database;

  /** A page of the replays of a school, before a key. */
  public List<ReplayLine> page(long schoolId, long before, int most) {
    return database.list(
        new SqlText()
            .add(SELECT, schoolId)
            .add("and r.id < ? group by r.id order by r.id desc limit ?", before, most),
        Replays::line);
  }

  /** A replay of a school. */
  public Optional<ReplayLine> find(long schoolId, UUID id) {
    return database.first(
        new SqlText().add(SELECT, schoolId).add("and r.public_id = ? group by r.id", id),
        Replays::line);
  }

  private static ReplayLine line(Row row) throws SQLException {
    return new ReplayLine(
        row.number("id"),
        row.id("public_id"),
        row.instant("planned_at"),
        row.text("planned_by"),
        row.maybeInstant("ended_at"),
        row.number("total"),
        row.number("applied"),
        row.number("refused"),
        row.number("skipped"),
        row.number("desks"),
        row.instant("first_at"),
        row.instant("last_at"));
  }
}
