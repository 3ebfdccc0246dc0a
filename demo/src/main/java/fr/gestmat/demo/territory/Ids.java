package fr.gestmat.demo.territory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Ids of one table, taken from its sequence fifty at a time as the application does. */
final class Ids {

  private static final int BLOCK = 50;

  private final Connection connection;
  private final String sequence;
  private long next;
  private long end;

  Ids(Connection connection, String sequence) {
    this.connection = connection;
    this.sequence = sequence;
  }

  long next() throws SQLException {
    if (next == end) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT NEXT VALUE FOR " + sequence)) {
        row.next();
        next = row.getLong(1);
        end = next + BLOCK;
      }
    }
    return next++;
  }
}
