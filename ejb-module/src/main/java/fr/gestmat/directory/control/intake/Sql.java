package fr.gestmat.directory.control.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of the intake: whole sets of rows at once, so never through JPA. */
final class Sql {

  private Sql() {}

  /** Reads one row into a value. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs a statement with its parameters in their order; returns how many rows it changed. */
  static int run(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** Every row of a query. */
  static <T> List<T> all(
      Connection connection, RowReader<T> reader, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  /** The one number of a query that always has a row. */
  static long number(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    return all(connection, row -> row.getLong(1), sql, parameters).get(0);
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
