package fr.gestmat.identity.control;

import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.AccountGrant;
import fr.gestmat.identity.boundary.AccountLine;
import fr.gestmat.identity.boundary.SchoolRef;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Accounts and their grants as an administrator's pages list them. */
@ApplicationScoped
public class AccountRows {

  private static final String LINE =
      """
      select a.public_id, a.display_name, coalesce(a.login, '') as login,
             coalesce(p.name, '') as portal, a.email, a.active, a.last_signed_on_at,
             (select group_concat(distinct g.role) from role_grant g where g.account_id = a.id)
               as roles
        from account a left join identity_provider p on p.id = a.provider_id
       where a.authority_id = ?\
      """;

  private static final String EMPLOYED =
      " and (a.login is not null or exists (select 1 from role_grant g where g.account_id = a.id))";

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  private record Key(String name, long id) {}

  /**
   * Accounts of an authority by name.
   *
   * @param words part of the name, the login or the address; empty for all
   * @param everybody whether those who hold no right and come through a portal are listed too
   * @param after the last account of the page before
   * @param most how many
   */
  public List<AccountLine> page(
      long authorityId, String words, boolean everybody, Optional<UUID> after, int most) {
    StringBuilder sql = new StringBuilder(LINE);
    List<Object> values = new ArrayList<>(List.of(authorityId));
    if (!everybody) {
      sql.append(EMPLOYED);
    }
    if (!words.isBlank()) {
      String like = "%" + words.strip().replaceAll("[%_\\\\]", "\\\\$0") + "%";
      sql.append(" and (a.display_name like ? or a.login like ? or a.email like ?)");
      values.addAll(List.of(like, like, like));
    }
    after
        .flatMap(id -> key(authorityId, id))
        .ifPresent(
            key -> {
              sql.append(" and (a.display_name > ? or (a.display_name = ? and a.id > ?))");
              values.addAll(List.of(key.name(), key.name(), key.id()));
            });
    sql.append(" order by a.display_name, a.id limit ").append(most);
    return Rows.select(database, AccountRows::line, sql.toString(), values.toArray());
  }

  private Optional<Key> key(long authorityId, UUID account) {
    return Rows.select(
            database,
            row -> new Key(row.getString(1), row.getLong(2)),
            "select display_name, id from account where public_id = ? and authority_id = ?",
            account.toString(),
            authorityId)
        .stream()
        .findFirst();
  }

  private static AccountLine line(ResultSet row) throws SQLException {
    String roles = Optional.ofNullable(row.getString("roles")).orElse("");
    return new AccountLine(
        UUID.fromString(row.getString("public_id")),
        row.getString("display_name"),
        row.getString("login"),
        row.getString("portal"),
        Optional.ofNullable(row.getString("email")),
        row.getBoolean("active"),
        row.getObject("last_signed_on_at") == null
            ? Optional.empty()
            : Optional.of(Rows.instant(row, "last_signed_on_at")),
        Arrays.stream(roles.split(",", -1))
            .filter(role -> !role.isEmpty())
            .map(Role::valueOf)
            .sorted()
            .toList());
  }

  /** What an account was given, by role and school. */
  public List<AccountGrant> grants(long accountId) {
    return Rows.select(
        database,
        row -> {
          Long school = Rows.idOrNull(row, "school_id");
          return new AccountGrant(
              UUID.fromString(row.getString("public_id")),
              Role.valueOf(row.getString("role")),
              school == null
                  ? Optional.empty()
                  : Optional.of(new SchoolRef(school, row.getString("uai"), row.getString("name"))),
              Rows.instant(row, "granted_at"),
              row.getString("granted_by"));
        },
        """
        select g.public_id, g.role, g.school_id, s.uai, s.name, g.granted_at, g.granted_by
          from role_grant g left join school s on s.id = g.school_id
         where g.account_id = ? order by g.role, s.name, g.id\
        """,
        accountId);
  }

  /** The schools of an authority that a right or a portal can be limited to, by name. */
  public List<SchoolRef> schools(long authorityId) {
    return Rows.select(
        database,
        row -> new SchoolRef(row.getLong("id"), row.getString("uai"), row.getString("name")),
        """
        select id, uai, name from school
         where authority_id = ? and status = 'ACCEPTED' order by name, id\
        """,
        authorityId);
  }
}
