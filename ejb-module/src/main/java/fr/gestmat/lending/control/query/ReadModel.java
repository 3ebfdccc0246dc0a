package fr.gestmat.lending.control.query;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs the statements of lists and exports, in the caller's transaction if there is one. */
@ApplicationScoped
public class ReadModel {

  /** Rows that the driver keeps in memory while an export is written. */
  private static final int FETCHED = 1_000;

  /** Seconds that an export may take on the database's side; a page has the pool's limit. */
  private static final int EXPORT_SECONDS = 1_800;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /**
   * Reads one row.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Reader<T> {
    /** Takes what is needed from the row at hand. */
    T read(Row row) throws SQLException;
  }

  /**
   * Takes rows one by one.
   *
   * @param <T> what a row became
   */
  @FunctionalInterface
  public interface Sink<T> {
    /** Takes one; an exception ends the reading. */
    void take(T row) throws IOException;
  }

  /** All rows of a statement that limits itself. */
  public <T> List<T> list(SqlText sql, Reader<T> reader) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = sql.prepare(connection);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      Row row = new Row(rows);
      while (rows.next()) {
        all.add(reader.read(row));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException("could not read:" + sql, e);
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(SqlText sql, Reader<T> reader) {
    return list(sql, reader).stream().findFirst();
  }

  /** The one number that a statement asks for, in a column named {@code n}. */
  public long number(SqlText sql) {
    return first(sql, row -> row.number("n")).orElse(0L);
  }

  /** Runs a statement that writes and says how many rows it changed. */
  public int write(SqlText sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = sql.prepare(connection)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("could not write:" + sql, e);
    }
  }

  /**
   * Hands over every row of a statement while the database still reads: memory does not grow with
   * their number. To be called outside of a transaction, which would time out.
   *
   * @throws IOException what the sink threw
   */
  public <T> void stream(SqlText sql, Reader<T> reader, Sink<T> sink) throws IOException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = sql.prepare(connection)) {
      statement.setFetchSize(FETCHED);
      statement.setQueryTimeout(EXPORT_SECONDS);
      try (ResultSet rows = statement.executeQuery()) {
        Row row = new Row(rows);
        while (rows.next()) {
          sink.take(reader.read(row));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("could not read:" + sql, e);
    }
  }
}
