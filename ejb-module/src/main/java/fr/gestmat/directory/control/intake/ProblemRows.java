package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.FeedPlace;
import fr.gestmat.directory.control.feed.FeedProblem;
import fr.gestmat.directory.control.feed.ProblemKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the lines of an import's report, in the order in which they were found. */
final class ProblemRows implements AutoCloseable {

  private static final int ROWS = 200;

  private final Connection connection;
  private final long importId;
  private final RowBatch rows;
  private final Map<ProblemKind.Severity, Integer> counts =
      new EnumMap<>(ProblemKind.Severity.class);
  private int position;

  ProblemRows(Connection connection, long importId) {
    this.connection = connection;
    this.importId = importId;
    this.rows =
        new RowBatch(
            connection,
            "directory_import_problem (import_id, position, kind, severity, uai, file_name, line,"
                + " subject, detail)",
            9,
            ROWS);
  }

  void add(FeedProblem problem, @Nullable String uai) throws SQLException {
    counts.merge(problem.kind().severity(), 1, Integer::sum);
    rows.add(
        importId,
        ++position,
        problem.kind().name(),
        problem.kind().severity().name(),
        uai,
        problem.place().file(),
        problem.place().line(),
        problem.subject(),
        problem.detail());
  }

  void add(ProblemKind kind, FeedPlace place, String subject, String detail, @Nullable String uai)
      throws SQLException {
    add(new FeedProblem(place, kind, "", subject, detail), uai);
  }

  /**
   * Adds a line for each row of a query.
   *
   * @param query selects uai, file name, line, subject and detail; its parameters are numbers and
   *     texts in their order
   */
  void addAll(ProblemKind kind, String query, Object... parameters) throws SQLException {
    rows.flush();
    String insert =
        "insert into directory_import_problem (import_id, position, kind, severity, uai,"
            + " file_name, line, subject, detail) select ?, ? + row_number() over (order by"
            + " file_name, line, subject, detail), ?, ?, uai, file_name, line, left(subject, 250),"
            + " left(detail, 250) from ("
            + query
            + ") found";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setLong(1, importId);
      statement.setInt(2, position);
      statement.setString(3, kind.name());
      statement.setString(4, kind.severity().name());
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(5 + i, parameters[i]);
      }
      int added = statement.executeUpdate();
      position += added;
      counts.merge(kind.severity(), added, Integer::sum);
    }
  }

  /** Goes on after the lines that are there already. */
  void resume() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select coalesce(max(position), 0) from directory_import_problem where import_id ="
                + " ?")) {
      statement.setLong(1, importId);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        position = row.getInt(1);
      }
    }
  }

  /** How many lines of a severity were added. */
  int count(ProblemKind.Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  void flush() throws SQLException {
    rows.flush();
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
