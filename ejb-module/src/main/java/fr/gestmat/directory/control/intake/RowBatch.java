package fr.gestmat.directory.control.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts many rows with few statements: one INSERT carries a few hundred of them. */
final class RowBatch implements AutoCloseable {

  private final Connection connection;
  private final String head;
  private final int columns;
  private final int most;
  private final List<@Nullable Object[]> rows;
  private @Nullable PreparedStatement full;

  /**
   * Prepares a batch.
   *
   * @param table table and columns, as in {@code "staged_grade (import_id, mef_code)"}
   * @param columns how many they are
   * @param most how many rows go with one statement
   */
  RowBatch(Connection connection, String table, int columns, int most) {
    this(connection, "insert into ", table, columns, most);
  }

  /** The same for a table in which a row may be there already: it then stays as it is. */
  static RowBatch keepingFirst(Connection connection, String table, int columns, int most) {
    return new RowBatch(connection, "insert ignore into ", table, columns, most);
  }

  private RowBatch(Connection connection, String verb, String table, int columns, int most) {
    this.connection = connection;
    this.head = verb + table + " values ";
    this.columns = columns;
    this.most = most;
    this.rows = new ArrayList<>(most);
  }

  /** Adds a row; sends all of them when there are enough. */
  void add(@Nullable Object... values) throws SQLException {
    if (values.length != columns) {
      throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
    }
    rows.add(values);
    if (rows.size() == most) {
      flush();
    }
  }

  /** Sends what is left. */
  void flush() throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    if (rows.size() == most) {
      if (full == null) {
        full = connection.prepareStatement(sql(most));
      }
      send(full);
      return;
    }
    try (PreparedStatement rest = connection.prepareStatement(sql(rows.size()))) {
      send(rest);
    }
  }

  private void send(PreparedStatement statement) throws SQLException {
    int parameter = 1;
    for (@Nullable Object[] row : rows) {
      for (Object value : row) {
        statement.setObject(parameter++, value);
      }
    }
    statement.executeUpdate();
    rows.clear();
  }

  private String sql(int count) {
    String row = "(" + "?,".repeat(columns - 1) + "?)";
    return head + (row + ",").repeat(count - 1) + row;
  }

  @Override
  public void close() throws SQLException {
    if (full != null) {
      full.close();
    }
  }
}
