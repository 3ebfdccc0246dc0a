package fr.gestmat.identity.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/**
 * Keeps an authority from locking itself out: somebody who can sign on must always hold {@code
 * ADMIN}. An account whose password was never chosen, or whom a portal has never brought, does not
 * count, as nobody has come through that door yet.
 */
@ApplicationScoped
public class Administrators {

  private static final String ABLE =
      """
      select count(*) from account a
        join role_grant g on g.account_id = a.id and g.role = 'ADMIN'
        left join identity_provider p on p.id = a.provider_id
       where a.authority_id = ? and a.active
         and (a.password_hash is not null or (p.active and a.last_signed_on_at is not null))\
      """;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /**
   * Lets one change of an authority's accounts at a time go on until the transaction ends: two
   * administrators who withdraw each other's right must not both find the other still there.
   */
  public void lock(long authorityId) {
    Rows.select(
        database,
        row -> row.getLong(1),
        "select id from local_authority where id = ? for update",
        authorityId);
  }

  /** Whether somebody is left to administer when this account no longer can. */
  public boolean leftWithout(long authorityId, long accountId) {
    return some(ABLE + " and a.id <> ?", authorityId, accountId);
  }

  /** Whether somebody is left to administer when this portal is closed. */
  public boolean leftWithoutPortal(long authorityId, long providerId) {
    return some(ABLE + " and coalesce(a.provider_id, 0) <> ?", authorityId, providerId);
  }

  private boolean some(String sql, long authorityId, long excluded) {
    return Rows.select(database, row -> row.getLong(1), sql, authorityId, excluded).get(0) > 0;
  }
}
