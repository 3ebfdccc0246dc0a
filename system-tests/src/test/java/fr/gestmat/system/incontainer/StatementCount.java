package fr.gestmat.system.incontainer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** How many statements a use case sends to the database. */
final class StatementCount {

  private static final int RUNS = 5;

  private StatementCount() {}

  /**
   * The SELECT statements of one run. The server's own jobs count as well: of several runs the
   * quietest tells.
   */
  static long selects(DataSource database, Callable<?> work) throws Exception {
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      long before = selectsSoFar(database);
      work.call();
      fewest = Math.min(fewest, selectsSoFar(database) - before);
    }
    return fewest;
  }

  private static long selectsSoFar(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Com_select'")) {
      row.next();
      return row.getLong(2);
    }
  }
}
