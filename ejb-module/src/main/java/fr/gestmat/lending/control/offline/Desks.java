package fr.gestmat.lending.control.offline;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The desks that hold a list, and when each was last heard of. */
@ApplicationScoped
public class Desks {

  @Inject private ReadModel database;

  /**
   * A desk that was not heard of since.
   *
   * @param agent whose it is
   * @param heardAt when it was last heard of
   */
  public record Silent(String agent, Instant heardAt) {}

  /** A desk took a list along. */
  public void given(Caller who, long schoolId, UUID desk, Instant at, Instant expiresAt) {
    database.write(
        new SqlText()
            .add("insert into offline_desk (school_id, desk_id, account_id, agent_name, list_at,")
            .add("expires_at, heard_at) values (?, ?, ?,", schoolId, desk, who.accountId())
            .add("?, ?, ?, ?)", who.name(), at, expiresAt, at)
            .add("on duplicate key update account_id = values(account_id),")
            .add("agent_name = values(agent_name), list_at = values(list_at),")
            .add("expires_at = values(expires_at), heard_at = values(heard_at)"));
    database.write(new SqlText().add("delete from offline_desk where expires_at < ?", at));
  }

  /** A desk of this account says that it is there and holds nothing back. */
  public void heard(Caller who, long schoolId, UUID desk, Instant at) {
    database.write(
        new SqlText()
            .add("update offline_desk set heard_at = ? where school_id = ?", at, schoolId)
            .add("and desk_id = ? and account_id = ?", desk, who.accountId()));
  }

  /** A desk of this account wiped its list. */
  public void gone(Caller who, long schoolId, UUID desk) {
    database.write(
        new SqlText()
            .add("delete from offline_desk where school_id = ? and desk_id = ?", schoolId, desk)
            .add("and account_id = ?", who.accountId()));
  }

  /** The desks of a school that hold a list and were not heard of since. */
  public List<Silent> silentSince(long schoolId, Instant since, Instant now) {
    return database.list(
        new SqlText()
            .add("select agent_name, heard_at from offline_desk where school_id = ?", schoolId)
            .add("and expires_at > ? and heard_at < ? order by heard_at", now, since),
        row -> new Silent(row.text("agent_name"), row.instant("heard_at")));
  }
}
