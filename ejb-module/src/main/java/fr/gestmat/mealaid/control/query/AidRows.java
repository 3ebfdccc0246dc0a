package fr.gestmat.mealaid.control.query;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Runs statements, in the caller's transaction if there is one, and then on its connection: asked
 * for a second one, Payara takes it out of the pool for as long as the first is in use.
 */
@ApplicationScoped
public class AidRows {

  private static final int FETCHED = 1_000;

  /** Longer than any other statement may take. */
  private static final int EXPORT_SECONDS = 900;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  @PersistenceContext private EntityManager entities;

  /**
   * Reads one row.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Reader<T> {
    /** Takes what is needed from the row at hand. */
    T read(AidRow row) throws SQLException;
  }

  /** All rows of a statement that limits itself. */
  public <T> List<T> list(Sql sql, Reader<T> reader) {
    try {
      return run(
          sql,
          statement -> {
            try (ResultSet rows = statement.executeQuery()) {
              List<T> all = new ArrayList<>();
              AidRow row = new AidRow(rows);
              while (rows.next()) {
                all.add(reader.read(row));
              }
              return all;
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException("could not read:" + sql, e);
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(Sql sql, Reader<T> reader) {
    return list(sql, reader).stream().findFirst();
  }

  /** The one number that a statement asks for, in a column named {@code n}; 0 if there is none. */
  public long number(Sql sql) {
    return first(sql, row -> row.number("n")).orElse(0L);
  }

  /**
   * Takes one row after the other.
   *
   * @param <T> what comes of a row
   */
  @FunctionalInterface
  public interface Taker<T> {
    /** Takes it; nothing of it is kept. */
    void take(T row) throws IOException;
  }

  /**
   * Hands over every row while the database still reads, so that memory does not grow with them; to
   * be called outside of a transaction.
   *
   * @throws IOException if the taker cannot go on
   */
  public <T> void each(Sql sql, Reader<T> reader, Taker<T> taker) throws IOException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = sql.prepare(connection)) {
      statement.setFetchSize(FETCHED);
      statement.setQueryTimeout(EXPORT_SECONDS);
      try (ResultSet rows = statement.executeQuery()) {
        AidRow row = new AidRow(rows);
        while (rows.next()) {
          taker.take(reader.read(row));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("could not read:" + sql, e);
    }
  }

  /** Runs a statement that writes; how many rows it changed. */
  public int write(Sql sql) {
    try {
      return run(sql, PreparedStatement::executeUpdate);
    } catch (SQLException e) {
      throw new IllegalStateException("could not write:" + sql, e);
    }
  }

  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(Sql sql, Work<T> work) throws SQLException {
    if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
      try (PreparedStatement statement = sql.prepare(entities.unwrap(Connection.class))) {
        return work.with(statement);
      }
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement = sql.prepare(connection)) {
      return work.with(statement);
    }
  }
}
