package fr.gestmat.demo.firstadmin;

import fr.gestmat.access.Role;
import fr.gestmat.identity.control.AccountForms;
import fr.gestmat.identity.control.Secret;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the account of the first administrator of an authority, and the authority if there is
 * none, with the application's own database account. Nobody knows a password of it: a one-time link
 * lets the person choose one. An authority that has an administrator gets no further one here, as
 * that is theirs to give.
 */
public final class FirstAdmin {

  /** As long as the links that administrators make. */
  static final Duration LINK_LIFE = Duration.ofDays(7);

  private static final String ACTOR = "script/first-admin";

  private final Connection connection;
  private final LocalDateTime now;
  private final LocalDateTime expires;

  private FirstAdmin(Connection connection, Instant now) {
    this.connection = connection;
    this.now = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    this.expires = this.now.plus(LINK_LIFE);
  }

  /** What an authority can be. */
  public enum Kind {
    /** Région. */
    REGION,
    /** Département. */
    DEPARTEMENT
  }

  /**
   * Who is to administer what.
   *
   * @param authority name of the authority
   * @param kind what it is, if it is not there yet
   * @param zone its time zone, if it is not there yet
   * @param name the person's
   * @param login what they will sign on with
   * @param email their address; empty if none
   */
  public record Request(
      String authority, Kind kind, String zone, String name, String login, String email) {}

  /** What came of it. */
  public sealed interface Answer {

    /**
     * Made.
     *
     * @param secret lets the person choose a password at {@code /activation/<secret>}, once
     * @param expires until when
     */
    record Made(String secret, Instant expires) implements Answer {}

    /**
     * Not made, and nothing was written.
     *
     * @param reasons each a sentence
     */
    record Refused(List<String> reasons) implements Answer {

      /** Keeps the list unchangeable. */
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /** The authorities of a database, by name. */
  public static List<String> authorities(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement("SELECT name FROM local_authority ORDER BY name, id");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /**
   * Makes the first administrator of an authority, in one transaction.
   *
   * @param connection of the application's account, with nothing pending
   */
  public static Answer make(Connection connection, Request request, Clock clock)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      Answer answer = new FirstAdmin(connection, clock.instant()).make(request);
      connection.commit();
      return answer;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private Answer make(Request request) throws SQLException {
    List<String> reasons = new ArrayList<>();
    AccountForms.judge(request.name(), request.login(), request.email()).stream()
        .sorted()
        .forEach(
            refusal ->
                reasons.add(
                    switch (refusal) {
                      case LOGIN ->
                          "The login takes 3 to 190 plain letters, digits, dots, hyphens or @.";
                      case EMAIL -> "The e-mail address is not complete.";
                      default -> "The person's name is missing.";
                    }));
    if (request.authority().isBlank()) {
      reasons.add("The name of the authority is missing.");
    }
    Optional<Long> authority =
        number(
            "SELECT id FROM local_authority WHERE name = ? ORDER BY id LIMIT 1 FOR UPDATE",
            request.authority().strip());
    if (authority.isPresent() && administrator(authority.get())) {
      reasons.add(
          request.authority().strip()
              + " has an administrator already, who can give the role to others under"
              + " Administration, Personnes et droits.");
    }
    String login = AccountForms.login(request.login());
    if (number("SELECT id FROM account WHERE login = ?", login).isPresent()) {
      reasons.add("Somebody has the login " + login + " already.");
    }
    if (!reasons.isEmpty()) {
      return new Answer.Refused(reasons);
    }
    return write(authority.isPresent() ? authority.get() : authority(request), login, request);
  }

  /** An open account with the role, even if its password is still to be chosen. */
  private boolean administrator(long authority) throws SQLException {
    return number(
            "SELECT a.id FROM account a JOIN role_grant g ON g.account_id = a.id WHERE g.role = ?"
                + " AND a.authority_id = ? AND a.active AND (a.password_hash IS NOT NULL OR"
                + " a.provider_id IS NOT NULL OR a.activation_expires_at > ?) LIMIT 1",
            Role.ADMIN.name(),
            authority,
            now)
        .isPresent();
  }

  /** A région lends and a département pays aid; its administrator may say otherwise later. */
  private long authority(Request request) throws SQLException {
    long id = next("local_authority_seq");
    insert(
        "INSERT INTO local_authority (id, public_id, name, kind, time_zone, runs_lending,"
            + " runs_meal_aid) VALUES (?, ?, ?, ?, ?, ?, ?)",
        id,
        UUID.randomUUID().toString(),
        request.authority().strip(),
        request.kind().name(),
        request.zone(),
        request.kind() == Kind.REGION,
        request.kind() == Kind.DEPARTEMENT);
    return id;
  }

  private Answer write(long authority, String login, Request request) throws SQLException {
    String secret = Secret.random();
    long account = next("account_seq");
    String email = request.email().strip();
    insert(
        "INSERT INTO account (id, public_id, authority_id, login, display_name, email,"
            + " activation_hash, activation_expires_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?)",
        account,
        UUID.randomUUID().toString(),
        authority,
        login,
        request.name().strip(),
        email.isEmpty() ? null : email,
        Secret.hash(secret),
        expires,
        now);
    insert(
        "INSERT INTO role_grant (id, public_id, account_id, role, granted_at, granted_by) VALUES"
            + " (?, ?, ?, ?, ?, ?)",
        next("role_grant_seq"),
        UUID.randomUUID().toString(),
        account,
        Role.ADMIN.name(),
        now,
        ACTOR);
    for (String action : List.of("ACCOUNT_CREATED", "RIGHT_GIVEN")) {
      insert(
          "INSERT INTO journal_entry (id, authority_id, happened_at, actor_name, action,"
              + " subject_type, subject_id, detail) VALUES (?, ?, ?, ?, ?, 'ACCOUNT', ?, ?)",
          next("journal_entry_seq"),
          authority,
          now,
          ACTOR,
          action,
          account,
          "{\"role\":\"ADMIN\"}");
    }
    return new Answer.Made(secret, expires.toInstant(ZoneOffset.UTC));
  }

  private long next(String sequence) throws SQLException {
    return number("SELECT NEXT VALUE FOR " + sequence).orElseThrow();
  }

  private Optional<Long> number(String sql, Object... values) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      bind(query, values);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  private void insert(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
