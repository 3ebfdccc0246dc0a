package fr.gestmat.system.incontainer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the database refuse something, as the server's own account cannot. */
final class Trouble {

  static final String URL = "GESTMAT_TEST_DATABASE";
  static final String USER = "GESTMAT_TEST_DATABASE_USER";
  static final String PASSWORD = "GESTMAT_TEST_DATABASE_PASSWORD";

  private Trouble() {}

  /** What is done in the meantime. */
  interface Work {
    void run() throws Exception;
  }

  /** Works while no new notice of an authority can be written down. */
  static void noNoticeOf(long authority, Work work) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                System.getenv(URL), System.getenv(USER), System.getenv(PASSWORD));
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter table notice add constraint no_notice check (authority_id <> "
              + authority
              + " or created_at < '"
              + now(statement)
              + "')");
      try {
        work.run();
      } finally {
        statement.execute("alter table notice drop constraint no_notice");
      }
    }
  }

  private static String now(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select utc_timestamp(6)")) {
      row.next();
      return row.getString(1);
    }
  }
}
