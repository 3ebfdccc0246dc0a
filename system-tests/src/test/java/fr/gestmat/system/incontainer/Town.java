package fr.gestmat.system.incontainer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What a test has for itself in the database, and a look at what became of it. */
abstract class Town {

  private final DataSource database;

  Town(DataSource database) {
    this.database = database;
  }

  /** One value of the database as text; "" if there is no row or it is null. */
  String value(String sql, Object... parameters) throws SQLException {
    List<String> all = column(sql, parameters);
    return all.isEmpty() || all.get(0) == null ? "" : all.get(0);
  }

  /** All rows of one column as text. */
  List<String> column(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet row = statement.executeQuery()) {
      List<String> all = new ArrayList<>();
      while (row.next()) {
        all.add(row.getString(1));
      }
      return all;
    }
  }

  void run(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters)) {
      statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  /** The next database id of a table. */
  long next(String table) throws SQLException {
    return Long.parseLong(value("select next value for " + table + "_seq"));
  }
}
