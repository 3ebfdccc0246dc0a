package fr.gestmat.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Counts what a database was asked: SELECT, INSERT, UPDATE and DELETE statements. */
final class StatementCount implements AutoCloseable {

  private final Connection connection;
  private final PreparedStatement statement;

  /**
   * A counter.
   *
   * @param connection closed with the counter
   */
  StatementCount(Connection connection) throws SQLException {
    this.connection = connection;
    this.statement =
        connection.prepareStatement(
            "select sum(variable_value) from information_schema.global_status where variable_name"
                + " in ('Com_select', 'Com_insert', 'Com_update', 'Com_delete')");
  }

  /** Statements since the database was started; asking is one itself. */
  long now() throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
