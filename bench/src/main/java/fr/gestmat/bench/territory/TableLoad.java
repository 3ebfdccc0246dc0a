package fr.gestmat.bench.territory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.function.ObjIntConsumer;

/**
 * The rows of one table, ready to be loaded.
 *
 * @param columns in the order in which the writer writes them
 * @param rows how many
 * @param writer writes the fields of a row, counted from 0
 */
record TableLoad(String table, String columns, int rows, ObjIntConsumer<Line> writer) {

  /** Loads all rows with one statement. */
  void into(Connection connection) throws SQLException {
    try (var statement = connection.createStatement().unwrap(org.mariadb.jdbc.Statement.class)) {
      statement.setLocalInfileInputStream(new RowStream(rows, writer));
      int loaded =
          statement.executeUpdate(
              "load data local infile 'rows' into table "
                  + table
                  + " character set utf8mb4 ("
                  + columns
                  + ")");
      // Told to load from a client, the server makes warnings of what it cannot take.
      SQLWarning warnings = statement.getWarnings();
      if (loaded != rows || warnings != null) {
        throw new SQLException(table + ": " + loaded + " of " + rows + " rows, " + warnings);
      }
    }
  }
}
