package fr.gestmat.bench.territory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

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
    WebSession session = new WebSession(Tokens.draw(), Tokens.draw().substring(0, 64));
    try (PreparedStatement insert =
        owner.prepareStatement(
            "insert into web_session (id_hash, account_id, csrf_token, created_at, last_seen_at,"
                + " expires_at) values (?, ?, ?, utc_timestamp(6), utc_timestamp(6),"
                + " utc_timestamp(6) + interval 1 day)")) {
      insert.setBytes(1, Tokens.hash(session.cookie()));
      insert.setInt(2, size.schools() + 1);
      insert.setString(3, session.csrf());
      insert.executeUpdate();
    }
    return session;
  }
}
