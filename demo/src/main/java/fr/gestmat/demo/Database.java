package fr.gestmat.demo;

import fr.gestmat.sql.Account;
import fr.gestmat.sql.Migrate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * The database of a demonstration: the one that the environment names, or else the embedded one.
 *
 * @param url JDBC address
 * @param application account of the application
 * @param migration account that owns the schema
 * @param embedded the server behind it, if it is ours
 */
public record Database(
    String url, Account application, Account migration, Optional<EmbeddedDatabase> embedded)
    implements AutoCloseable {

  /** Setting that names another database than the embedded one. */
  static final String URL = "GESTMAT_DB_URL";

  /**
   * Opens the database of GESTMAT_DB_URL if it is set, with the accounts of the other GESTMAT_DB_
   * variables; otherwise starts the embedded one.
   *
   * @param port where the embedded one listens
   * @throws IllegalStateException if a variable is missing, or the server does not start
   */
  public static Database open(Workplace workplace, int port) {
    Map<String, String> environment = System.getenv();
    if (environment.containsKey(URL)) {
      return new Database(
          value(environment, URL),
          account(environment, "GESTMAT_DB_USER", "GESTMAT_DB_PASSWORD"),
          account(environment, "GESTMAT_DB_MIGRATION_USER", "GESTMAT_DB_MIGRATION_PASSWORD"),
          Optional.empty());
    }
    EmbeddedDatabase embedded = EmbeddedDatabase.start(workplace, port);
    return new Database(
        embedded.url(), embedded.application(), embedded.migration(), Optional.of(embedded));
  }

  /** Applies the missing migrations and the privileges; says how many were missing. */
  public int migrate() throws SQLException {
    return new Migrate(url, migration, application).run();
  }

  /** A connection of the application's account. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, application.user(), application.password());
  }

  /** Drops everything in it. */
  public void empty() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url, migration.user(), migration.password());
        Statement statement = connection.createStatement()) {
      String name = "`" + connection.getCatalog().replace("`", "``") + "`";
      statement.execute("DROP DATABASE " + name);
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    }
  }

  @Override
  public void close() {
    embedded.ifPresent(EmbeddedDatabase::close);
  }

  private static Account account(Map<String, String> environment, String user, String password) {
    return new Account(value(environment, user), value(environment, password));
  }

  private static String value(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("GESTMAT_DB_URL is set, " + name + " is not: set it too");
    }
    return value;
  }
}
