package fr.gestmat.bench.territory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A session of the one who works for the whole region, as a sign-on leaves it, for pages that no
 * API stands beside.
 *
 * @param cookie value of the session's cookie
 * @param csrf token that what changes something must carry
 */
public record WebSession(String cookie, String csrf) {

  /**
   * Opens a session for a day.
   *
   * @param owner connection of the account that owns the schema
   */
  public static WebSession open(Connection owner, TerritorySize size) throws SQLException {
    return open(owner, List.of(size.schools() + 1L)).get(0);
  }

  /**
   * Opens a session for a day for each of some accounts.
   *
   * @param owner connection of the account that owns the schema
   * @param accounts ids of accounts; the sessions come in the same order
   */
  public static List<WebSession> open(Connection owner, List<Long> accounts) throws SQLException {
    List<WebSession> sessions = new ArrayList<>();
    try (PreparedStatement insert =
        owner.prepareStatement(
            "insert into web_session (id_hash, account_id, csrf_token, created_at, last_seen_at,"
                + " expires_at) values (?, ?, ?, utc_timestamp(6), utc_timestamp(6),"
                + " utc_timestamp(6) + interval 1 day)")) {
      owner.setAutoCommit(false);
      for (long account : accounts) {
        WebSession session = new WebSession(Tokens.draw(), Tokens.draw().substring(0, 64));
        insert.setBytes(1, Tokens.hash(session.cookie()));
        insert.setLong(2, account);
        insert.setString(3, session.csrf());
        insert.addBatch();
        sessions.add(session);
      }
      insert.executeBatch();
    } finally {
      owner.setAutoCommit(true);
    }
    return sessions;
  }
}
