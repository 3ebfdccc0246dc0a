package fr.gestmat.system.incontainer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Rows that somebody else has in hand until this is closed: who wants them waits, then fails. */
final class HeldRows implements AutoCloseable {

  private final Connection connection;

  /** Takes what a query with one parameter finds. */
  HeldRows(DataSource database, String query, long parameter) throws SQLException {
    connection = database.getConnection();
    connection.setAutoCommit(false);
    try (PreparedStatement held = connection.prepareStatement(query + " for update")) {
      held.setLong(1, parameter);
      held.executeQuery();
    }
  }

  /** Changes one of them and lets them go: who waits reads what it is now. */
  void change(String update, long parameter) throws SQLException {
    try (PreparedStatement changed = connection.prepareStatement(update)) {
      changed.setLong(1, parameter);
      changed.executeUpdate();
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
  }
}
