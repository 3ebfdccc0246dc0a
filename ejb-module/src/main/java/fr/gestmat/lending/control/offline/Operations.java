package fr.gestmat.lending.control.offline;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanAnswerJson;
import fr.gestmat.lending.control.offline.ReplayRules.Step;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operations of desks without network, from their arrival to what became of them. */
@ApplicationScoped
public class Operations {

  private static final String PLAYED =
      """
      select o.scan_id, o.state, o.mode, o.code, o.agent_name, o.corrected_at, o.scanned_at,
        o.outcome, o.changed_at, o.changed_by, d.asset_tag, d.public_id device, s.answer
      from offline_operation o left join device d on d.id = o.device_id
      left join scan s on s.scan_id = o.scan_id and s.authority_id = o.authority_id
      """;

  @Inject private ReadModel database;

  /**
   * Keeps what a desk hands in; what came before under the same id is left as it is (L090).
   *
   * @param normal the code in the form that codes are compared in
   * @param at when it was done, by the server's clock
   * @param now the server's clock
   */
  void keep(
      Caller who,
      long schoolId,
      UUID desk,
      OfflineOperation operation,
      String normal,
      Instant at,
      Instant now) {
    database.write(
        new SqlText()
            .add("insert ignore into offline_operation (scan_id, authority_id, school_id,")
            .add("account_id, agent_name, desk_id, n, mode, registration, code, normal_code,")
            .add("pupil_id, pupil_code, returned_at, grade, place, choice, reason, due_on,")
            .add("scanned_at, corrected_at, received_at, state)")
            .add("values (?, ?, ?,", operation.scanId(), who.authorityId(), schoolId)
            .add("?, ?, ?,", who.accountId(), who.name(), desk)
            .add("?, ?, ?,", operation.n(), operation.mode(), operation.isRegistration())
            .add("?, ?, ?,", operation.code(), normal, operation.pupilId())
            .add("?, ?, ?,", operation.pupilCode(), operation.returnedAt(), operation.grade())
            .add("?, ?, ?,", operation.place(), operation.choice(), operation.reason())
            .add("?, ?, ?, ?,", operation.dueOn(), operation.scannedAt(), at, now)
            .add("'WAITING')"));
  }

  /** When the newest operation that waits at a school was made; empty if none waits. */
  public Optional<Instant> newestWaiting(long schoolId) {
    return database
        .first(
            new SqlText()
                .add("select max(corrected_at) newest from offline_operation")
                .add("where school_id = ? and state = 'WAITING'", schoolId),
            row -> row.maybeInstant("newest"))
        .flatMap(newest -> newest);
  }

  /** How many operations wait at a school. */
  public long waiting(long schoolId) {
    return database.number(
        new SqlText()
            .add("select count(*) n from offline_operation")
            .add("where school_id = ? and state = 'WAITING'", schoolId));
  }

  /** Locks all that waits at a school. */
  List<Step> lockWaiting(long schoolId) {
    return database.list(
        new SqlText()
            .add("select scan_id, desk_id, n, registration, corrected_at from offline_operation")
            .add("where school_id = ? and state = 'WAITING' for update", schoolId),
        row ->
            new Step(
                row.id("scan_id"),
                row.id("desk_id"),
                (int) row.number("n"),
                row.yes("registration"),
                row.instant("corrected_at")));
  }

  /** Gives an operation its place in a replay. */
  void plan(UUID scan, long replay, int position) {
    database.write(
        new SqlText()
            .add("update offline_operation set state = 'PLANNED', replay_id = ?,", replay)
            .add("position = ? where scan_id = ?", position, scan));
  }

  /** These operations of an account, in the order of the desk. */
  public List<Played> of(long accountId, List<UUID> scans) {
    if (scans.isEmpty()) {
      return List.of();
    }
    return database.list(
        new SqlText()
            .add(PLAYED)
            .in("where o.scan_id in", scans)
            .add("and o.account_id = ? order by o.n", accountId),
        Operations::played);
  }

  /** What an account did at a school and what was not recorded, or waits, in order. */
  public List<Played> leftOver(long accountId, long schoolId, Instant from, Instant until) {
    return database.list(
        new SqlText()
            .add(PLAYED)
            .add("where o.account_id = ? and o.school_id = ?", accountId, schoolId)
            .add("and o.corrected_at >= ? and o.corrected_at < ?", from, until)
            .add("and o.state <> 'APPLIED' order by o.corrected_at limit 500"),
        Operations::played);
  }

  /** A page of a replay in its order, after a position. */
  public List<Played> ofReplay(long replay, boolean onlyOpen, long after, int most) {
    SqlText sql = new SqlText().add(PLAYED).add("where o.replay_id = ?", replay);
    if (onlyOpen) {
      sql.add("and o.state in ('SKIPPED', 'REFUSED')");
    }
    return database.list(
        sql.add("and o.position > ? order by o.position limit ?", after, most), Operations::played);
  }

  /** The place of an operation in its replay. */
  public long position(UUID scan) {
    return database
        .first(
            new SqlText().add("select position from offline_operation where scan_id = ?", scan),
            row -> row.maybeNumber("position").orElse(0L))
        .orElse(0L);
  }

  private static Played played(Row row) throws SQLException {
    return new Played(
        row.id("scan_id"),
        Played.State.valueOf(row.text("state")),
        ScanMode.valueOf(row.text("mode")),
        row.text("code"),
        row.text("agent_name"),
        row.instant("corrected_at"),
        row.instant("scanned_at"),
        row.maybeText("outcome"),
        row.maybeInstant("changed_at"),
        row.maybeText("changed_by"),
        row.maybeText("asset_tag"),
        row.maybeId("device"),
        row.maybeText("answer").map(ScanAnswerJson::read));
  }
}
