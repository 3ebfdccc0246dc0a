package fr.gestmat.identity.control;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Offering;
import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.SchoolRef;
import fr.gestmat.identity.boundary.SignedOn;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sessions and tokens as rows: every server sees the same, so that a sign-out holds on all. */
@ApplicationScoped
public class SessionRows {

  private static final String WHO =
      """
      a.id, a.public_id, a.display_name, a.authority_id, a.pupil_id, a.guardian_id, a.by_mail_link,
      la.time_zone, la.runs_lending, la.runs_meal_aid\
      """;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @Inject private GrantRows grants;
  @Inject private Clock clock;

  private record Who(
      long accountId,
      UUID publicId,
      String name,
      long authorityId,
      @Nullable Long pupilId,
      @Nullable Long guardianId,
      boolean byMailLink,
      ZoneId zone,
      Set<Offering> services) {

    static Who of(ResultSet row) throws SQLException {
      return new Who(
          row.getLong("id"),
          UUID.fromString(row.getString("public_id")),
          row.getString("display_name"),
          row.getLong("authority_id"),
          Rows.idOrNull(row, "pupil_id"),
          Rows.idOrNull(row, "guardian_id"),
          row.getBoolean("by_mail_link"),
          ZoneId.of(row.getString("time_zone")),
          ServiceRows.read(row));
    }

    Caller caller(Set<HeldRole> roles) {
      return new Caller(accountId, publicId, name, authorityId, roles, pupilId, guardianId);
    }
  }

  private record Session(
      Who who, String csrf, Optional<String> portal, @Nullable Long schoolId, Instant lastSeen) {}

  private record Token(long id, Who who, @Nullable Instant lastUsed) {}

  /** Opens a session for an account. */
  public void open(byte[] hash, long accountId, String csrf, byte @Nullable [] ticketHash) {
    Instant now = clock.instant();
    Rows.change(
        database,
        """
        insert into web_session (id_hash, account_id, csrf_token, ticket_hash, created_at,
          last_seen_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)\
        """,
        hash,
        accountId,
        csrf,
        ticketHash,
        now,
        now,
        now.plus(SessionTimes.ABSOLUTE));
  }

  /** The session of a cookie, if it still holds; keeps it alive. */
  public Optional<SignedOn> session(byte[] hash) {
    Instant now = clock.instant();
    Optional<Session> found =
        Rows.select(
                database,
                row ->
                    new Session(
                        Who.of(row),
                        row.getString("csrf_token"),
                        Optional.ofNullable(row.getString("portal")),
                        Rows.idOrNull(row, "current_school_id"),
                        Rows.instant(row, "last_seen_at")),
                "select "
                    + WHO
                    + """
                    , w.csrf_token, w.current_school_id, w.last_seen_at, ip.name as portal
                      from web_session w join account a on a.id = w.account_id
                      join local_authority la on la.id = a.authority_id
                      left join identity_provider ip on ip.id = a.provider_id
                     where w.id_hash = ? and w.ended_at is null and w.expires_at > ?
                       and w.last_seen_at > ? and a.active and coalesce(ip.active, true)\
                    """,
                hash,
                now,
                now.minus(SessionTimes.IDLE))
            .stream()
            .findFirst();
    found
        .filter(s -> s.lastSeen().plus(SessionTimes.SEEN_PRECISION).isBefore(now))
        .ifPresent(
            s ->
                Rows.change(
                    database,
                    "update web_session set last_seen_at = ? where id_hash = ? and last_seen_at <"
                        + " ?",
                    now,
                    hash,
                    now));
    return found.map(this::signedOn);
  }

  private SignedOn signedOn(Session session) {
    Who who = session.who();
    GrantRows.Held held = grants.of(who.accountId(), who.pupilId(), who.guardianId());
    Set<HeldRole> roles = new HashSet<>(held.roles());
    if (who.byMailLink()) {
      roles.add(Rights.FAMILY_BY_LINK);
    }
    return new SignedOn(
        who.caller(roles),
        session.csrf(),
        session.portal(),
        held.schools(),
        school(session.schoolId(), held),
        who.zone(),
        who.services());
  }

  private Optional<SchoolRef> school(@Nullable Long chosen, GrantRows.Held held) {
    boolean anywhere = Rights.anywhere(held.roles());
    if (chosen == null) {
      return anywhere ? Optional.empty() : held.schools().stream().findFirst();
    }
    Optional<SchoolRef> granted =
        held.schools().stream().filter(school -> school.id() == chosen).findFirst();
    return granted.isPresent()
        ? granted
        : anywhere ? byId(chosen) : held.schools().stream().findFirst();
  }

  private Optional<SchoolRef> byId(long id) {
    return Rows.select(
            database,
            row -> new SchoolRef(id, row.getString("uai"), row.getString("name")),
            "select uai, name from school where id = ?",
            id)
        .stream()
        .findFirst();
  }

  /**
   * The token of a secret, if it still holds, with the part of its rights that still holds. As with
   * sessions, a closed portal vouches for nobody.
   */
  public Optional<SignedOn> token(byte[] hash) {
    Instant now = clock.instant();
    Optional<Token> found =
        Rows.select(
                database,
                row ->
                    new Token(
                        row.getLong("token_id"),
                        Who.of(row),
                        row.getObject("last_used_at") == null
                            ? null
                            : Rows.instant(row, "last_used_at")),
                "select "
                    + WHO
                    + """
                    , t.id as token_id, t.last_used_at
                      from api_token t join account a on a.id = t.account_id
                      join local_authority la on la.id = a.authority_id
                      left join identity_provider ip on ip.id = a.provider_id
                     where t.token_hash = ? and t.revoked_at is null and t.expires_at > ?
                       and a.active and coalesce(ip.active, true)\
                    """,
                hash,
                now)
            .stream()
            .findFirst();
    found.ifPresent(token -> used(token, now));
    return found.map(this::signedOn);
  }

  private void used(Token token, Instant now) {
    Instant last = token.lastUsed();
    if (last == null || last.plus(SessionTimes.SEEN_PRECISION).isBefore(now)) {
      Rows.change(database, "update api_token set last_used_at = ? where id = ?", now, token.id());
    }
  }

  private SignedOn signedOn(Token token) {
    Who who = token.who();
    GrantRows.Held held = grants.of(who.accountId(), null, null);
    Set<HeldRole> limits =
        new HashSet<>(
            Rows.select(
                database,
                row -> {
                  long school = row.getLong("school_key");
                  return new HeldRole(
                      Role.valueOf(row.getString("role")), school == 0 ? null : school);
                },
                "select role, school_key from api_token_grant where token_id = ?",
                token.id()));
    Set<HeldRole> roles = Rights.limited(held.roles(), limits);
    Set<Long> schools = new HashSet<>();
    roles.stream().map(HeldRole::schoolId).filter(Objects::nonNull).forEach(schools::add);
    List<SchoolRef> named =
        held.schools().stream().filter(school -> schools.contains(school.id())).toList();
    return new SignedOn(
        who.caller(roles),
        "",
        Optional.empty(),
        named,
        Optional.empty(),
        who.zone(),
        who.services());
  }

  /** Ends a session; answers how many ended. */
  public int end(byte[] hash) {
    return Rows.change(
        database,
        "update web_session set ended_at = ? where id_hash = ? and ended_at is null",
        clock.instant(),
        hash);
  }

  /** Ends the sessions that a portal's ticket opened; answers how many ended. */
  public int endOfTicket(byte[] ticketHash, long providerId) {
    return Rows.change(
        database,
        """
        update web_session w join account a on a.id = w.account_id set w.ended_at = ?
         where w.ticket_hash = ? and a.provider_id = ? and w.ended_at is null\
        """,
        clock.instant(),
        ticketHash,
        providerId);
  }

  /** Ends every session of an account but one. */
  public void endOthers(long accountId, byte[] kept) {
    Rows.change(
        database,
        """
        update web_session set ended_at = ?
         where account_id = ? and id_hash <> ? and ended_at is null\
        """,
        clock.instant(),
        accountId,
        kept);
  }

  /** Ends every session of an account. */
  public void endAll(long accountId) {
    Rows.change(
        database,
        "update web_session set ended_at = ? where account_id = ? and ended_at is null",
        clock.instant(),
        accountId);
  }

  /** Remembers the school that the person works for. */
  public void work(byte[] hash, long schoolId) {
    Rows.change(
        database, "update web_session set current_school_id = ? where id_hash = ?", schoolId, hash);
  }

  /** Removes the rows of sessions that are over since a day; answers how many. */
  public int forgetOld() {
    return Rows.change(
        database,
        "delete from web_session where expires_at < ?",
        clock.instant().minus(SessionTimes.ABSOLUTE.multipliedBy(2)));
  }
}
