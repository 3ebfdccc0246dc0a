package fr.gestmat.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to the current schema and gives the application's account exactly what it
 * needs. Running it again changes nothing.
 */
public final class Migrate {

  private final String url;
  private final Account migration;
  private final Account application;

  /**
   * Prepares the migration of one database.
   *
   * @param url JDBC address of a MariaDB 10.11 or 11.4 database, which must exist
   * @param migration account that owns the schema; it needs all privileges on the database with
   *     grant option, and CREATE USER
   * @param application account of the application, created when it does not exist
   */
  public Migrate(String url, Account migration, Account application) {
    this.url = url;
    this.migration = migration;
    this.application = application;
  }

  /**
   * Migrates by the environment: GESTMAT_DB_URL, GESTMAT_DB_USER, GESTMAT_DB_PASSWORD
   * (application), GESTMAT_DB_MIGRATION_USER, GESTMAT_DB_MIGRATION_PASSWORD. Exits with 1 and one
   * sentence on the error stream when it cannot.
   */
  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    try {
      Migrate migrate =
          new Migrate(
              required(environment, "GESTMAT_DB_URL"),
              account(environment, "GESTMAT_DB_MIGRATION_USER", "GESTMAT_DB_MIGRATION_PASSWORD"),
              account(environment, "GESTMAT_DB_USER", "GESTMAT_DB_PASSWORD"));
      System.out.println("Schema: " + migrate.run() + " migrations applied, now current.");
    } catch (IllegalArgumentException | FlywayException | SQLException e) {
      System.err.println("The database was not migrated: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Applies the missing migrations, then the privileges.
   *
   * @return how many migrations were missing
   * @throws FlywayException if a migration fails, or an applied one was changed afterwards
   * @throws SQLException if the database cannot be reached or refuses a grant
   */
  public int run() throws SQLException {
    int applied =
        Flyway.configure()
            .dataSource(url, migration.user(), migration.password())
            .locations("classpath:db/migration")
            .validateMigrationNaming(true)
            .load()
            .migrate()
            .migrationsExecuted;
    try (Connection connection =
        DriverManager.getConnection(url, migration.user(), migration.password())) {
      new ApplicationPrivileges(connection, application).apply();
    }
    return applied;
  }

  private static Account account(Map<String, String> environment, String user, String password) {
    return new Account(required(environment, user), required(environment, password));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("set " + name + " (see docs/operations.md)");
    }
    return value;
  }
}
