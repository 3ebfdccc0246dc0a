package fr.gestmat.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the application's account may do, table by table: nothing by default, rows only, and on what
 * must stay as written no more than adding to it. Applied without a moment in which a running
 * application lacks a privilege: what is wanted is granted before the rest is revoked.
 */
final class ApplicationPrivileges {

  /**
   * Seconds that a statement of the application may run unless it asks for more itself. Said to the
   * database once: a driver would say it again with every statement.
   */
  private static final int LONGEST_STATEMENT = 60;

  private enum Privilege {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    CREATE,
    DROP,
    REFERENCES,
    INDEX,
    ALTER,
    TRIGGER
  }

  private static final Set<Privilege> ROWS =
      EnumSet.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

  /**
   * The journal and its seals are never rewritten, nor are published scales of meal aid, the seals
   * of final statements and the proof of purges; the history of migrations is only read, to say
   * readiness.
   */
  private static final Map<String, Set<Privilege>> EXCEPTIONS =
      Map.of(
          "journal_entry", EnumSet.of(Privilege.SELECT, Privilege.INSERT),
          "journal_seal", EnumSet.of(Privilege.SELECT, Privilege.INSERT),
          "aid_scale", EnumSet.of(Privilege.SELECT, Privilege.INSERT),
          "aid_bracket", EnumSet.of(Privilege.SELECT, Privilege.INSERT),
          "aid_statement_seal", EnumSet.of(Privilege.SELECT, Privilege.INSERT),
          "aid_purge", EnumSet.of(Privilege.SELECT, Privilege.INSERT),
          "flyway_schema_history", EnumSet.of(Privilege.SELECT));

  /** MariaDB asks for INSERT to take the next value of a sequence and for SELECT to read it. */
  private static final Set<Privilege> SEQUENCE = EnumSet.of(Privilege.SELECT, Privilege.INSERT);

  private static final Set<Privilege> VIEW = EnumSet.of(Privilege.SELECT);

  private final Connection connection;
  private final Account application;

  ApplicationPrivileges(Connection connection, Account application) {
    this.connection = connection;
    this.application = application;
  }

  void apply() throws SQLException {
    account("CREATE USER IF NOT EXISTS ?@'%' IDENTIFIED BY ?");
    account("ALTER USER ?@'%' IDENTIFIED BY ? WITH MAX_STATEMENT_TIME " + LONGEST_STATEMENT);
    String database = quoted(connection.getCatalog());
    revokeOnWholeDatabase(database);
    for (Relation relation : relations()) {
      String name = database + "." + quoted(relation.name());
      Set<Privilege> wanted = relation.wanted();
      change("GRANT " + list(wanted) + " ON " + name + " TO ?@'%'");
      change(
          "REVOKE "
              + list(EnumSet.complementOf(EnumSet.copyOf(wanted)))
              + " ON "
              + name
              + " FROM ?@'%'");
    }
  }

  private record Relation(String name, String type) {

    Set<Privilege> wanted() {
      return switch (type) {
        case "SEQUENCE" -> SEQUENCE;
        case "VIEW" -> VIEW;
        default -> EXCEPTIONS.getOrDefault(name, ROWS);
      };
    }
  }

  private List<Relation> relations() throws SQLException {
    List<Relation> relations = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT table_name, table_type FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() ORDER BY table_name")) {
      while (rows.next()) {
        relations.add(new Relation(rows.getString(1), rows.getString(2)));
      }
    }
    return relations;
  }

  /** What is granted first is certain to be there: revoking nothing would be an error. */
  private void revokeOnWholeDatabase(String database) throws SQLException {
    change("GRANT SELECT ON " + database + ".* TO ?@'%'");
    change("REVOKE ALL PRIVILEGES ON " + database + ".* FROM ?@'%'");
  }

  private void account(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, application.user());
      statement.setString(2, application.password());
      statement.executeUpdate();
    }
  }

  private void change(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, application.user());
      statement.executeUpdate();
    }
  }

  private static String quoted(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }

  private static String list(Set<Privilege> privileges) {
    return privileges.stream().map(Privilege::name).collect(Collectors.joining(", "));
  }
}
