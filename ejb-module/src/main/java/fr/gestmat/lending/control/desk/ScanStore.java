package fr.gestmat.lending.control.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every answer under the id of its scan: one INSERT, whose primary key makes a scan happen once.
 */
@ApplicationScoped
public class ScanStore {

  private static final String INSERT =
      "insert into scan (scan_id, authority_id, school_id, account_id, mode, request_hash, outcome,"
          + " answer, device_id, loan_id, pupil_id, undo_state, recorded_at, made_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @PersistenceContext private EntityManager entities;

  /**
   * A stored scan.
   *
   * @param fingerprint of its request
   * @param answer as it was given
   */
  record Stored(byte[] fingerprint, ScanAnswer answer) {}

  /**
   * A stored scan as an undo reads it.
   *
   * @param schoolId school of the desk
   * @param accountId who scanned
   * @param answer as it was given
   * @param undo what to put back; empty if it changed nothing
   * @param undone whether it was undone already
   */
  record Undoable(
      long schoolId, long accountId, ScanAnswer answer, Optional<UndoState> undo, boolean undone) {}

  /**
   * Keeps an answer.
   *
   * @param madeAt when the scan was made, if it came late
   * @throws DatabaseException if the id is taken, among others
   */
  void insert(
      Station station,
      ScanRequest request,
      ScanAnswer answer,
      @Nullable Long deviceId,
      @Nullable Long loanId,
      @Nullable Long pupilId,
      Optional<UndoState> undo,
      Optional<Instant> madeAt) {
    try (PreparedStatement statement = connection().prepareStatement(INSERT)) {
      statement.setString(1, request.scanId().toString());
      statement.setLong(2, station.caller().authorityId());
      statement.setLong(3, station.school().id());
      statement.setLong(4, station.caller().accountId());
      statement.setString(5, request.mode().name());
      statement.setBytes(6, request.fingerprint(station.caller().accountId()));
      statement.setString(7, answer.outcome().name());
      statement.setString(8, ScanAnswerJson.write(answer));
      setLong(statement, 9, deviceId);
      setLong(statement, 10, loanId);
      setLong(statement, 11, pupilId);
      statement.setString(12, undo.map(UndoJson::write).orElse(null));
      statement.setObject(13, utc(station.now()));
      statement.setObject(14, madeAt.map(ScanStore::utc).orElse(null));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** The answer that a scan got, if it was ever answered in this authority. */
  Optional<Stored> find(long authorityId, UUID scanId) {
    try (PreparedStatement statement =
        connection()
            .prepareStatement(
                "select request_hash, answer from scan where scan_id = ? and authority_id = ?")) {
      statement.setString(1, scanId.toString());
      statement.setLong(2, authorityId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Stored(row.getBytes(1), ScanAnswerJson.read(row.getString(2))))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** A scan to undo, locked. */
  Optional<Undoable> lock(long authorityId, UUID scanId) {
    try (PreparedStatement statement =
        connection()
            .prepareStatement(
                "select school_id, account_id, answer, undo_state, undone_at from scan"
                    + " where scan_id = ? and authority_id = ? for update")) {
      statement.setString(1, scanId.toString());
      statement.setLong(2, authorityId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Undoable(
                    row.getLong(1),
                    row.getLong(2),
                    ScanAnswerJson.read(row.getString(3)),
                    Optional.ofNullable(row.getString(4)).map(UndoJson::read),
                    row.getString(5) != null))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Keeps what an undo needs now that more was said of a scan. */
  void keepUndo(UUID scanId, UndoState state) {
    try (PreparedStatement statement =
        connection().prepareStatement("update scan set undo_state = ? where scan_id = ?")) {
      statement.setString(1, UndoJson.write(state));
      statement.setString(2, scanId.toString());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Notes that a scan was undone. */
  void markUndone(UUID scanId, Instant at) {
    try (PreparedStatement statement =
        connection().prepareStatement("update scan set undone_at = ? where scan_id = ?")) {
      statement.setObject(1, utc(at));
      statement.setString(2, scanId.toString());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** That of the transaction, so that the pool is asked once for a scan. */
  private Connection connection() {
    return entities.unwrap(Connection.class);
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  private static void setLong(PreparedStatement statement, int index, @Nullable Long value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.BIGINT);
    } else {
      statement.setLong(index, value);
    }
  }
}
