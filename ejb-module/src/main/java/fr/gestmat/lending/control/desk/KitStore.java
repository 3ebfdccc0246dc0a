package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.kit.Kit;
import fr.gestmat.lending.entity.DeviceMemento;
import fr.gestmat.lending.entity.KitStep;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What desks said of kits: one row for each scan, with the last word and its answer. */
@ApplicationScoped
public class KitStore {

  private static final String SAVE =
      "insert into kit_check (scan_id, authority_id, device_id, loan_id, step, revision, body_hash,"
          + " answer, device_before, recorded_at, recorded_by)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update"
          + " revision = values(revision), body_hash = values(body_hash), answer = values(answer),"
          + " recorded_at = values(recorded_at), recorded_by = values(recorded_by)";

  private static final String PIECES =
      "select id, public_id, code, name from kit_piece where device_id = ? order by name, code";

  private static final String GAPS =
      "select name, piece_id, quantity - found_quantity - replaced_quantity from kit_gap"
          + " where open_device_id = ? and (scan_id is null or scan_id <> ?)";

  private static final String LOCK = "select id from kit_gap where scan_id = ? for update";

  /** A line that somebody went on with must not vanish. */
  private static final String UNTOUCHED =
      " from kit_gap where scan_id = ? and found_quantity = 0 and replaced_quantity = 0"
          + " and unit_price is null"
          + " and not exists (select 1 from recovery_charge r where r.kit_gap_id = kit_gap.id)";

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /**
   * What was said last of a scan's kit.
   *
   * @param revision of the statement
   * @param fingerprint of the statement
   * @param answer as it was given
   * @param before the device as the scan had left it
   */
  record Said(int revision, byte[] fingerprint, ScanAnswer answer, DeviceMemento before) {}

  /** The last word on a scan's kit. */
  Optional<Said> said(UUID scanId) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select revision, body_hash, answer, device_before from kit_check"
                    + " where scan_id = ?")) {
      statement.setString(1, scanId.toString());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Said(
                    row.getInt(1),
                    row.getBytes(2),
                    ScanAnswerJson.read(row.getString(3)),
                    UndoJson.device(row.getString(4))))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Keeps the last word; the device as the scan left it stays that of the first. */
  void save(Station station, UUID scanId, long deviceId, long loanId, KitStep step, Said said) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SAVE)) {
      statement.setString(1, scanId.toString());
      statement.setLong(2, station.caller().authorityId());
      statement.setLong(3, deviceId);
      statement.setLong(4, loanId);
      statement.setString(5, step.name());
      statement.setInt(6, said.revision());
      statement.setBytes(7, said.fingerprint());
      statement.setString(8, ScanAnswerJson.write(said.answer()));
      statement.setString(9, UndoJson.write(said.before()));
      statement.setObject(10, LocalDateTime.ofInstant(station.now(), ZoneOffset.UTC));
      statement.setString(11, station.caller().name());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** The pieces of a device's kit that have a code of their own. */
  List<Kit.Piece> pieces(long deviceId) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(PIECES)) {
      statement.setLong(1, deviceId);
      try (ResultSet rows = statement.executeQuery()) {
        List<Kit.Piece> pieces = new ArrayList<>();
        while (rows.next()) {
          pieces.add(
              new Kit.Piece(
                  rows.getLong(1),
                  UUID.fromString(rows.getString(2)),
                  rows.getString(3),
                  rows.getString(4)));
        }
        return pieces;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** What was missing in a device's kit before a scan. */
  List<Kit.Gap> gapsBefore(long deviceId, UUID scanId) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(GAPS)) {
      statement.setLong(1, deviceId);
      statement.setString(2, scanId.toString());
      try (ResultSet rows = statement.executeQuery()) {
        List<Kit.Gap> gaps = new ArrayList<>();
        while (rows.next()) {
          String name = rows.getString(1);
          long piece = rows.getLong(2);
          Optional<Long> coded = rows.wasNull() ? Optional.empty() : Optional.of(piece);
          gaps.add(new Kit.Gap(name, coded, rows.getInt(3)));
        }
        return gaps;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * Takes back the lines that were noted with a scan, as it is undone or said anew.
   *
   * @return false if somebody went on with one of them: nothing is taken back then
   */
  boolean forget(UUID scanId) {
    try (Connection connection = database.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK);
        PreparedStatement count = connection.prepareStatement("select count(*)" + UNTOUCHED);
        PreparedStatement gone = connection.prepareStatement("delete" + UNTOUCHED)) {
      int lines = 0;
      lock.setString(1, scanId.toString());
      try (ResultSet rows = lock.executeQuery()) {
        while (rows.next()) {
          lines++;
        }
      }
      if (lines == 0) {
        return true;
      }
      count.setString(1, scanId.toString());
      try (ResultSet row = count.executeQuery()) {
        row.next();
        if (row.getInt(1) < lines) {
          return false;
        }
      }
      gone.setString(1, scanId.toString());
      return gone.executeUpdate() == lines;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
