package fr.gestmat.demo.territory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inserts into one table, in batches; nothing is certain to be sent before it is closed. */
final class Rows implements AutoCloseable {

  private static final int BATCH = 500;

  private final PreparedStatement statement;
  private final List<Rows> parents;
  private final int columns;
  private int waiting;

  /**
   * Opens a table for inserting.
   *
   * @param columns names in the order of the values
   * @param parents tables that these rows refer to: their waiting rows are sent first
   */
  Rows(Connection connection, String table, List<String> columns, Rows... parents)
      throws SQLException {
    this.parents = List.of(parents);
    this.columns = columns.size();
    this.statement =
        connection.prepareStatement(
            "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                    table,
                    String.join(", ", columns),
                    String.join(", ", Collections.nCopies(columns.size(), "?"))));
  }

  /** The same for the sample, with the names of the columns in one text. */
  static Rows of(Sample sample, String table, String columns, Rows... parents) throws SQLException {
    return new Rows(sample.connection(), table, List.of(columns.split(" ", -1)), parents);
  }

  /** Adds a row. */
  void add(@Nullable Object... values) throws SQLException {
    if (values.length != columns) {
      throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, stored(values[i]));
    }
    statement.addBatch();
    if (++waiting == BATCH) {
      send();
    }
  }

  private static @Nullable Object stored(@Nullable Object value) {
    if (value instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    if (value instanceof UUID || value instanceof Enum) {
      return value.toString();
    }
    return value;
  }

  private void send() throws SQLException {
    for (Rows parent : parents) {
      parent.send();
    }
    if (waiting > 0) {
      statement.executeBatch();
      waiting = 0;
    }
  }

  @Override
  public void close() throws SQLException {
    try (PreparedStatement closing = statement) {
      send();
    }
  }
}
