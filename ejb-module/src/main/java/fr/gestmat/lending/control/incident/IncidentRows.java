package fr.gestmat.lending.control.incident;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.policy.IncidentRule.ChargeKind;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.lending.entity.IncidentState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of devices. Who changes one holds the lock of its device, or names the version that
 * was read; each write that changes where it stands says where it must stand before.
 */
@ApplicationScoped
public class IncidentRows {

  /**
   * Whether incident {@code i} was decided without a new device, and its family added a police
   * report since, for which policy gives one: the school has not looked at it yet. What the school
   * itself wrote down it has seen.
   */
  private static final String REPORT_WAITS =
      """
      (i.state = 'DECIDED' and i.replacement = 'NONE' and i.replacement_loan_id is null
        and i.police_report is not null and i.police_report_by_family
        and i.police_report_at >= i.decided_at and i.pupil_id is not null
        and exists (select 1 from lending_policy_incident q where q.kind = i.kind
          and q.replacement <> 'NONE' and q.policy_id = (select v.id from lending_policy v
            where v.authority_id = i.authority_id and v.starts_on <= i.happened_on
            order by v.starts_on desc limit 1)))
      """;

  private static final String COLUMNS =
      """
      select i.*, d.public_id device, d.asset_tag, d.model_id, m.name model, s.name school,
        u.public_id pupil, u.family_name, u.given_name, c.name class, l.state loan_state,
      """
          + REPORT_WAITS
          + """
      report_waits from incident i
      join device d on d.id = i.device_id
      join device_model m on m.id = d.model_id
      join school s on s.id = i.school_id
      left join pupil u on u.id = i.pupil_id
      left join school_class c on c.id = u.class_id
      left join loan l on l.id = i.loan_id
      """;

  @Inject private ReadModel database;

  /** A new incident. */
  public record Declared(
      long authorityId,
      long schoolId,
      long deviceId,
      String category,
      @Nullable Long loanId,
      @Nullable Long pupilId,
      IncidentKind kind,
      LocalDate happenedOn,
      String place,
      String story,
      boolean byFamily,
      String by,
      String policeReport,
      Optional<LocalDate> policeReportOn) {}

  /** Writes a new incident as DECLARED; its key. */
  public long add(Declared d, Instant now) {
    UUID id = UUID.randomUUID();
    database.write(
        new SqlText()
            .add("insert into incident set id = nextval(incident_seq), public_id = ?,", id)
            .add("authority_id = ?, school_id = ?,", d.authorityId(), d.schoolId())
            .add("device_id = ?, category = ?,", d.deviceId(), d.category())
            .add("loan_id = nullif(?, 0),", d.loanId() == null ? 0L : d.loanId())
            .add("pupil_id = nullif(?, 0),", d.pupilId() == null ? 0L : d.pupilId())
            .add("kind = ?, state = 'DECLARED', happened_on = ?,", d.kind(), d.happenedOn())
            .add("place = ?,", d.place())
            .add("story = nullif(?, ''), by_family = ?,", d.story(), d.byFamily())
            .add("declared_at = ?, declared_by = ?,", now, d.by())
            .add("police_report = nullif(?, ''),", d.policeReport())
            .add(
                "police_report_on = nullif(?, ''),",
                d.policeReportOn().map(LocalDate::toString).orElse(""))
            .add("police_report_at = if(police_report is null, null, declared_at),")
            .add("police_report_by = if(police_report is null, null, declared_by),")
            .add("police_report_by_family = police_report is not null and by_family"));
    return database.number(new SqlText().add("select id n from incident where public_id = ?", id));
  }

  /** The running incident of a device. */
  public Optional<Incident> running(long deviceKey) {
    return database.first(
        new SqlText().add(COLUMNS).add("where i.running_device_id = ?", deviceKey), Incident::read);
  }

  /** The latest loss or theft of a device that was no mistake, even if it is over. */
  public Optional<Incident> lastGone(long deviceKey) {
    return database.first(
        new SqlText()
            .add(COLUMNS)
            .add("where i.device_id = ? and i.kind <> 'BREAKAGE'", deviceKey)
            .add("and i.state <> 'CANCELLED' order by i.id desc limit 1"),
        Incident::read);
  }

  /** The running incident of the device of an open loan. */
  public Optional<Incident> runningOfLoan(UUID loan) {
    return database.first(
        new SqlText()
            .add(COLUMNS)
            .add("where i.running_device_id = (select h.device_id from loan h")
            .add("where h.public_id = ? and h.state = 'OPEN')", loan),
        Incident::read);
  }

  /** Whether an incident, even one that is over, tells of a loan. */
  public boolean tellsOf(long loanKey) {
    return database.number(
            new SqlText().add("select count(*) n from incident where loan_id = ?", loanKey))
        > 0;
  }

  /** One incident inside a scope. */
  public Optional<Incident> find(Scope scope, UUID id) {
    return database.first(
        visible(
                new SqlText().add(COLUMNS).add("where i.authority_id = ?", scope.authorityId()),
                scope)
            .add("and i.public_id = ?", id),
        Incident::read);
  }

  /** One incident by its key, for who was let in already. */
  public Incident get(long key) {
    return database
        .first(new SqlText().add(COLUMNS).add("where i.id = ?", key), Incident::read)
        .orElseThrow();
  }

  /**
   * A page of incidents, the latest first.
   *
   * @param running whether only those that are not over
   * @param before key of the last one of the page before; {@code Long.MAX_VALUE} for the first
   */
  public List<Incident> page(Scope scope, boolean running, long before, int size) {
    SqlText sql =
        visible(
            new SqlText().add(COLUMNS).add("where i.authority_id = ?", scope.authorityId()), scope);
    if (running) {
      sql.add("and i.state in ('DECLARED', 'DECIDED')");
    }
    return database.list(
        sql.add("and i.id < ? order by i.id desc limit ?", before, size), Incident::read);
  }

  /**
   * Incidents whose police report waits to be looked at, those that were declared first before the
   * others.
   *
   * @param scope the schools that follow the incidents, and look at the reports
   * @param after key of the last one of the page before; 0 for the first
   */
  public List<Incident> waitingReports(Scope scope, long after, int size) {
    return database.list(
        waiting(new SqlText().add(COLUMNS), scope)
            .add("and i.id > ? order by i.id limit ?", after, size),
        Incident::read);
  }

  /** How many there are. */
  public long countWaitingReports(Scope scope) {
    return database.number(waiting(new SqlText().add("select count(*) n from incident i"), scope));
  }

  private static SqlText waiting(SqlText sql, Scope scope) {
    sql.add("where i.authority_id = ? and", scope.authorityId()).add(REPORT_WAITS);
    if (scope.wholeAuthority()) {
      return sql;
    }
    return scope.schoolIds().isEmpty()
        ? sql.add("and 1 = 0")
        : sql.in("and i.school_id in", scope.schoolIds());
  }

  /** The incidents of some pupils, the latest first: what a family sees of its own. */
  public List<Incident> ofPupils(long authorityId, List<Long> pupilKeys) {
    return pupilKeys.isEmpty()
        ? List.of()
        : database.list(
            new SqlText()
                .add(COLUMNS)
                .add("where i.authority_id = ?", authorityId)
                .in("and i.pupil_id in", pupilKeys)
                .add("order by i.id desc limit 50"),
            Incident::read);
  }

  /** Keeps what was decided. */
  public void decide(
      Incident incident,
      IncidentPolicy.Verdict verdict,
      ChargeKind chargeKind,
      boolean refund,
      String by,
      Instant now) {
    database.write(
        new SqlText()
            .add("update incident set state = 'DECIDED', replacement = ?,", verdict.replacement())
            .add("blocks_new_loan = ?, charge_kind = ?,", verdict.blocks(), chargeKind)
            .add("refund_if_found = ?, decided_at = ?, decided_by = ?,", refund, now, by)
            .add("version = version + 1 where id = ? and state = 'DECLARED'", incident.key()));
  }

  /** Gives the pupil a new device after all. */
  public void grant(long key, Replacement replacement) {
    database.write(
        new SqlText()
            .add("update incident set replacement = ?, version = version + 1", replacement)
            .add("where id = ? and state in ('DECLARED', 'DECIDED')", key));
  }

  /** Who adds a police report, or corrects it. */
  public record Reporter(String name, boolean family) {}

  /**
   * Keeps police report and insurance; false if somebody was faster. A report that stays as it was
   * stays of who added it.
   */
  public boolean describe(
      Incident incident,
      int version,
      String report,
      Optional<LocalDate> reportOn,
      String insurer,
      String reference,
      Reporter by,
      Instant now) {
    SqlText sql = new SqlText().add("update incident set");
    if (!report.equals(incident.policeReport()) || !reportOn.equals(incident.policeReportOn())) {
      boolean there = !report.isEmpty();
      sql.add("police_report_at = ?,", there ? now : null)
          .add("police_report_by = ?,", there ? by.name() : null)
          .add("police_report_by_family = ?,", there && by.family());
    }
    return database.write(
            sql.add("police_report = nullif(?, ''),", report)
                .add(
                    "police_report_on = nullif(?, ''),",
                    reportOn.map(LocalDate::toString).orElse(""))
                .add(
                    "insurer = nullif(?, ''), insurance_reference = nullif(?, ''),",
                    insurer,
                    reference)
                .add("version = version + 1 where id = ? and version = ?", incident.key(), version))
        == 1;
  }

  /** Ends a running incident; false if it was over already. */
  public boolean end(long key, IncidentState state, String closing, String by, Instant now) {
    return database.write(
            new SqlText()
                .add(
                    "update incident set state = ?, closing = ?, closed_at = ?,",
                    state,
                    closing,
                    now)
                .add("closed_by = ?, version = version + 1 where id = ?", by, key)
                .add("and state in ('DECLARED', 'DECIDED')"))
        == 1;
  }

  /** Remembers which scan ended an incident. */
  public void endedBy(long key, UUID scan) {
    database.write(
        new SqlText().add("update incident set closed_scan = ? where id = ?", scan, key));
  }

  /** Opens what a scan had closed. */
  public void reopen(UUID scan) {
    database.write(
        new SqlText()
            .add("update incident set state = if(decided_at is null, 'DECLARED', 'DECIDED'),")
            .add("closing = null, closed_at = null, closed_by = null, closed_scan = null,")
            .add("version = version + 1 where closed_scan = ?", scan)
            .add("and (state = 'CLOSED' or closing = 'SUPERSEDED')"));
  }

  /** The pupil got the new device that an incident gave. */
  public void replaced(long pupilKey, String category, long loanKey) {
    database.write(
        new SqlText()
            .add("update incident set replacement_loan_id = ?, version = version + 1", loanKey)
            .add("where pupil_id = ? and category = ? and state = 'DECIDED'", pupilKey, category)
            .add("and replacement <> 'NONE' and replacement_loan_id is null order by id limit 1"));
  }

  /** Takes back that a loan was the new device of an incident. */
  public void notReplacedBy(long loanKey) {
    database.write(
        new SqlText()
            .add("update incident set replacement_loan_id = null, version = version + 1")
            .add("where replacement_loan_id = ?", loanKey));
  }

  private static SqlText visible(SqlText sql, Scope scope) {
    if (scope.wholeAuthority()) {
      return sql;
    }
    return scope.schoolIds().isEmpty()
        ? sql.add("and 1 = 0")
        : sql.in("and (i.school_id in", scope.schoolIds())
            .in("or u.school_id in", scope.schoolIds())
            .add(")");
  }
}
