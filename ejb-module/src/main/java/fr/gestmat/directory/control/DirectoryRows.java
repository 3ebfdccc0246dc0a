package fr.gestmat.directory.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Runs the queries of the directory's pages. They read columns of several tables for lists that
 * nobody edits, so they need no entities.
 */
@ApplicationScoped
public class DirectoryRows {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /** Makes a value of a row. */
  public interface Reader<T> {
    /** Reads the row's columns. */
    T read(ResultSet row) throws SQLException;
  }

  /** Every row of a query, which bounds itself. */
  public <T> List<T> all(Reader<T> reader, Query query) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(query.sql())) {
      for (int i = 0; i < query.parameters().size(); i++) {
        statement.setObject(i + 1, query.parameters().get(i));
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the directory cannot be read", e);
    }
  }

  /**
   * A statement with its parameters.
   *
   * @param sql the statement
   * @param parameters what its question marks stand for, in their order
   */
  public record Query(String sql, List<Object> parameters) {

    /** Starts a query. */
    public static Query of(String sql, Object... parameters) {
      return new Query(sql, List.of(parameters));
    }

    /** This query with more behind it. */
    public Query and(String more, Object... values) {
      List<Object> all = new ArrayList<>(parameters);
      all.addAll(List.of(values));
      return new Query(sql + more, all);
    }

    /** This query with another one behind it. */
    public Query and(Query more) {
      return and(more.sql(), more.parameters().toArray());
    }
  }
}
