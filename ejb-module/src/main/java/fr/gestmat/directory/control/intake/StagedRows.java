package fr.gestmat.directory.control.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The staging tables as a whole. */
public final class StagedRows {

  private static final List<String> TABLES =
      List.of(
          "staged_guardianship",
          "staged_pupil",
          "staged_guardian",
          "staged_class",
          "staged_school",
          "staged_grade",
          "staged_staff",
          "staged_staff_school");
  private static final List<String> REPORT =
      List.of("directory_import_problem", "directory_import_school");
  private static final int AT_ONCE = 10_000;

  private StagedRows() {}

  /**
   * Empties the staging tables of an import by and by, committing each step.
   *
   * @param withReport whether the report goes too
   */
  public static void clear(Connection connection, long importId, boolean withReport)
      throws SQLException {
    for (String table : TABLES) {
      clear(connection, table, importId);
    }
    if (withReport) {
      for (String table : REPORT) {
        clear(connection, table, importId);
      }
    }
  }

  private static void clear(Connection connection, String table, long importId)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "delete from " + table + " where import_id = ? limit " + AT_ONCE)) {
      statement.setLong(1, importId);
      int deleted;
      do {
        deleted = statement.executeUpdate();
        connection.commit();
      } while (deleted == AT_ONCE);
    }
  }
}
