package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.intake.PupilOutcome.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the directory knows of the pupils of a batch, asked for in one statement. */
final class KnownPupils {

  private final Connection connection;
  private final ImportSet set;
  private final boolean none;

  KnownPupils(Connection connection, ImportSet set) throws SQLException {
    this.connection = connection;
    this.set = set;
    this.none = isEmpty();
  }

  /**
   * A pupil of the directory.
   *
   * @param id the row
   * @param hash what its last record said, nothing when it left
   * @param uai the school's code
   * @param left whether the pupil left
   */
  record Known(long id, byte @Nullable [] hash, String uai, boolean left) {

    State state(String uaiNow, boolean sameContent) {
      if (left) {
        return State.LEFT_BEFORE;
      }
      if (!uai.equals(uaiNow)) {
        return State.OTHER_SCHOOL;
      }
      return sameContent ? State.SAME : State.OTHER_CONTENT;
    }
  }

  Map<String, Known> find(List<String> keys) throws SQLException {
    Map<String, Known> found = new HashMap<>();
    if (none || keys.isEmpty()) {
      return found;
    }
    String marks = "?,".repeat(keys.size() - 1) + "?";
    try (PreparedStatement statement =
        connection.prepareStatement(
            // Left to itself, the optimizer begins with the schools and reads every pupil each
            // time.
            "select p.external_id, p.id, p.content_hash, s.uai, p.status = 'LEFT' from pupil p"
                + " force index (pupil_external) straight_join school s on s.id = p.school_id where"
                + " p.authority_id = ? and p.source = ? and p.external_id in ("
                + marks
                + ")")) {
      statement.setLong(1, set.authorityId());
      statement.setString(2, set.source().name());
      for (int i = 0; i < keys.size(); i++) {
        statement.setString(3 + i, keys.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(
              rows.getString(1),
              new Known(rows.getLong(2), rows.getBytes(3), rows.getString(4), rows.getBoolean(5)));
        }
      }
    }
    return found;
  }

  /** A first load has nobody to compare with. */
  private boolean isEmpty() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select 1 from pupil where authority_id = ? and source = ? limit 1")) {
      statement.setLong(1, set.authorityId());
      statement.setString(2, set.source().name());
      try (ResultSet rows = statement.executeQuery()) {
        return !rows.next();
      }
    }
  }
}
