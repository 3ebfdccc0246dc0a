package fr.gestmat.system.incontainer;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Authorities that tests have for themselves, and a look at what is in the database. */
@ApplicationScoped
public class Territory {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /** A new authority without any school. */
  public long authority() throws SQLException {
    long id = number("select nextval(local_authority_seq)");
    run(
        "insert into local_authority (id, public_id, name, kind) values (?, uuid(), 'Essai',"
            + " 'REGION')",
        id);
    return id;
  }

  /** Somebody who holds a role on a whole authority. */
  public static Caller on(long authority, Role role) {
    return new Caller(
        1, new UUID(0, 1), "Essai", authority, Set.of(new HeldRole(role, null)), null, null);
  }

  /** Somebody who holds a role on one school. */
  public static Caller on(long authority, Role role, long school) {
    return new Caller(
        1, new UUID(0, 1), "Essai", authority, Set.of(new HeldRole(role, school)), null, null);
  }

  /** The one number of a query. */
  public long number(String sql, Object... parameters) throws SQLException {
    return Long.parseLong(rows(sql, parameters).get(0));
  }

  /** The first column of each row. */
  public List<String> rows(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = bound(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }

  /** Runs a statement. */
  public void run(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = bound(connection, sql, parameters)) {
      statement.executeUpdate();
    }
  }

  private static PreparedStatement bound(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
