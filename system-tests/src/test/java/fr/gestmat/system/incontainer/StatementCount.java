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

  private static final long STILL_MILLIS = 50;

  private static final int MOST_WAITS = 100;

  private StatementCount() {}

  /**
   * The SELECT statements of one run. The server's own jobs count as well, which can only add: each
   * run waits for a still moment, and of several the quietest tells.
   */
  static long selects(DataSource database, Callable<?> work) throws Exception {
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      long before = selectsOnceStill(database);
      work.call();
      fewest = Math.min(fewest, selectsSoFar(database) - before);
    }
    return fewest;
  }

  private static long selectsOnceStill(DataSource database)
      throws SQLException, InterruptedException {
    long before = selectsSoFar(database);
    for (int i = 0; i < MOST_WAITS; i++) {
      Thread.sleep(STILL_MILLIS);
      long now = selectsSoFar(database);
      if (now == before) {
        break;
      }
      before = now;
    }
    return before;
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
