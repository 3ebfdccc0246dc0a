package fr.gestmat.identity.control;

import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.TokenLine;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** API tokens as an administrator's page lists them. */
@ApplicationScoped
public class TokenRows {

  private static final String LINE =
      """
      select t.public_id, t.purpose, a.public_id as account, a.display_name, a.active,
             t.created_at, t.created_by, t.expires_at, t.revoked_at, t.last_used_at,
             (select group_concat(concat(l.role, '|', coalesce(s.name, ''))
                       order by l.role, s.name separator '\\n')
                from api_token_grant l left join school s on s.id = l.school_key
               where l.token_id = t.id) as rights
        from api_token t join account a on a.id = t.account_id
       where t.authority_id = ?\
      """;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  private record Key(Instant createdAt, long id) {}

  /**
   * Tokens of an authority, the newest first.
   *
   * @param after the last token of the page before
   * @param most how many
   */
  public List<TokenLine> page(long authorityId, Optional<UUID> after, int most) {
    Optional<Key> key = after.flatMap(id -> key(authorityId, id));
    List<Object> values = new ArrayList<>(List.of(authorityId));
    key.ifPresent(k -> values.addAll(List.of(k.createdAt(), k.createdAt(), k.id())));
    String further =
        key.isPresent() ? " and (t.created_at < ? or (t.created_at = ? and t.id < ?))" : "";
    return Rows.select(
        database,
        TokenRows::line,
        LINE + further + " order by t.created_at desc, t.id desc limit " + most,
        values.toArray());
  }

  private Optional<Key> key(long authorityId, UUID token) {
    return Rows.select(
            database,
            row -> new Key(Rows.instant(row, "created_at"), row.getLong("id")),
            "select created_at, id from api_token where public_id = ? and authority_id = ?",
            token.toString(),
            authorityId)
        .stream()
        .findFirst();
  }

  private static TokenLine line(ResultSet row) throws SQLException {
    return new TokenLine(
        UUID.fromString(row.getString("public_id")),
        row.getString("purpose"),
        UUID.fromString(row.getString("account")),
        row.getString("display_name"),
        row.getBoolean("active"),
        Rows.instant(row, "created_at"),
        row.getString("created_by"),
        Rows.instant(row, "expires_at"),
        moment(row, "revoked_at"),
        moment(row, "last_used_at"),
        Optional.ofNullable(row.getString("rights"))
            .orElse("")
            .lines()
            .map(TokenRows::right)
            .toList());
  }

  private static TokenLine.Right right(String text) {
    int bar = text.indexOf('|');
    String school = text.substring(bar + 1);
    return new TokenLine.Right(
        Role.valueOf(text.substring(0, bar)),
        school.isEmpty() ? Optional.empty() : Optional.of(school));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null
        ? Optional.empty()
        : Optional.of(Rows.instant(row, column));
  }
}
