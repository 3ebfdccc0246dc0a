package fr.gestmat.system.product;

import fr.gestmat.access.Role;
import fr.gestmat.demo.territory.SampleAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people of the sample region, and what their pages show. */
final class Officials {

  private static final Pattern TOKEN = Pattern.compile("gm_[A-Za-z0-9_-]{43}");
  private static final Pattern LINK = Pattern.compile("/activation/[A-Za-z0-9_-]{43}");

  private Officials() {}

  /** Who holds a role on the whole authority. */
  static SampleAccess.Login of(Role role) {
    return HttpTest.product().access().logins().stream()
        .filter(login -> login.role() == role)
        .findFirst()
        .orElseThrow();
  }

  /** The public id of an account. */
  static String account(String name) throws SQLException {
    return text("select public_id from account where display_name = ?", name);
  }

  /** The secret of an API token in a page. */
  static String tokenIn(String page) {
    return found(TOKEN, page);
  }

  /** The path of a link to choose a password in a page or a mail. */
  static String linkIn(String page) {
    return found(LINK, page);
  }

  private static String found(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new AssertionError("not there: " + pattern + "\n" + text);
    }
    return found.group();
  }

  /** The first value that a query answers. */
  static String text(String sql, Object... values) throws SQLException {
    try (Connection connection = HttpTest.database();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new AssertionError("nothing found: " + sql);
        }
        return row.getString(1);
      }
    }
  }

  /** Changes rows, as time or another server would. */
  static void change(String sql, Object... values) throws SQLException {
    try (Connection connection = HttpTest.database();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }

  /** Whether somebody of this name has signed on before. */
  static boolean came(String fullName) {
    try {
      return !text("select count(*) from account where display_name = ?", fullName).equals("0");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes the schema, as the server's own account cannot. */
  static void asMigration(String sql) throws SQLException {
    var account = HttpTest.product().database().migration();
    try (Connection connection =
            DriverManager.getConnection(
                HttpTest.product().database().url(), account.user(), account.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
