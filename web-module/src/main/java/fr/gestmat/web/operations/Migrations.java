package fr.gestmat.web.operations;

import jakarta.servlet.ServletContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The migrations that this version of the application was built with. A database with more of them
 * is fine: the next version is about to be installed.
 */
final class Migrations {

  private static final String SHIPPED = "/WEB-INF/migrations/";
  private static final Pattern VERSION = Pattern.compile(".*/V0*(\\d+)__.*\\.sql");

  /** Before the list is read. */
  static final Migrations NONE = new Migrations(Set.of());

  private final Set<String> versions;

  private Migrations(Set<String> versions) {
    this.versions = versions;
  }

  static Migrations shippedWith(ServletContext application) {
    Set<String> paths = Optional.ofNullable(application.getResourcePaths(SHIPPED)).orElse(Set.of());
    return of(paths);
  }

  /**
   * Takes the versions out of file names.
   *
   * @throws IllegalStateException if there is none: such a build would always call itself ready
   */
  static Migrations of(Set<String> paths) {
    Set<String> versions =
        paths.stream()
            .map(VERSION::matcher)
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(1))
            .collect(Collectors.toUnmodifiableSet());
    if (versions.isEmpty()) {
      throw new IllegalStateException("built without the list of migrations");
    }
    return new Migrations(versions);
  }

  /** Versions that the database has not seen. */
  Set<String> missingFrom(DataSource database) throws SQLException {
    Set<String> missing = new HashSet<>(versions);
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        missing.remove(withoutZeros(rows.getString(1)));
      }
    }
    return missing;
  }

  private static String withoutZeros(String version) {
    return version.replaceFirst("^0+(?=.)", "");
  }
}
