package fr.gestmat.lending.control.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads what an agent scanned at a school. */
@ApplicationScoped
public class SessionReader {

  /** More scans than one person can make in a session of a day. */
  private static final int MOST = 5_000;

  private static final String SCANS =
      "select s.recorded_at, s.answer, s.undone_at is not null, k.answer from scan s"
          + " left join kit_check k on k.scan_id = s.scan_id"
          + " where s.account_id = ? and s.school_id = ? and s.recorded_at >= ?"
          + " and s.recorded_at < ? order by s.recorded_at limit "
          + MOST;

  private static final String LAST =
      "select scan_id from scan where account_id = ? and school_id = ? and recorded_at >= ?"
          + " and undo_state is not null and undone_at is null order by recorded_at desc limit 1";

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /** The last scan of an agent at a school that changed something and was not undone. */
  public Optional<UUID> lastUndoable(long accountId, long schoolId, Instant from) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(LAST)) {
      statement.setLong(1, accountId);
      statement.setLong(2, schoolId);
      statement.setObject(3, LocalDateTime.ofInstant(from, ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(UUID.fromString(row.getString(1))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The last scan of a session cannot be read", e);
    }
  }

  /**
   * An agent's scans at a school, in order, but for those that concern no device.
   *
   * @param from the first instant
   * @param until the first instant that no longer counts
   */
  public List<SessionScan> scans(long accountId, long schoolId, Instant from, Instant until) {
    List<SessionScan> scans = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SCANS)) {
      statement.setLong(1, accountId);
      statement.setLong(2, schoolId);
      statement.setObject(3, LocalDateTime.ofInstant(from, ZoneOffset.UTC));
      statement.setObject(4, LocalDateTime.ofInstant(until, ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          scans.add(
              new SessionScan(
                  rows.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                  ScanAnswerJson.read(rows.getString(2)),
                  rows.getBoolean(3),
                  Optional.ofNullable(rows.getString(4)).map(ScanAnswerJson::read)));
        }
      }
      return scans.stream().filter(SessionScan::isToTell).toList();
    } catch (SQLException e) {
      throw new IllegalStateException("The scans of a session cannot be read", e);
    }
  }
}
