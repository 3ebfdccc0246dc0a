package fr.gestmat.lending.control.charge;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.ChargeState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The charges. Each write that moves one says in its predicate where it must stand before. */
@ApplicationScoped
public class ChargeRows {

  private static final String COLUMNS =
      """
      select r.id, r.public_id, r.version, r.authority_id, r.school_id, r.state, r.accessory,
        r.reason, r.amount, r.charge_year, r.number, r.created_at, r.changed_at, r.incident_id,
        r.correction_due, d.public_id device, d.asset_tag, m.name model, s.name school, s.uai,
        u.id pupil_id, u.public_id pupil, u.external_id, u.family_name, u.given_name, c.name class,
        i.public_id incident
      """;

  private static final String FROM =
      """
      from recovery_charge r
      join device d on d.id = r.device_id
      join device_model m on m.id = d.model_id
      join school s on s.id = r.school_id
      join pupil u on u.id = r.pupil_id
      left join school_class c on c.id = u.class_id
      left join incident i on i.id = r.incident_id
      where r.authority_id = ?
      """;

  @Inject private ReadModel database;

  /**
   * A charge to be proposed.
   *
   * @param repairId the repair whose cost it asks for
   * @param accessory empty for the device itself
   * @param reason what the family reads, at most 200 characters
   * @param amount euros, more than zero
   * @param by who proposes it
   */
  public record Proposed(
      long authorityId,
      long schoolId,
      long pupilId,
      long deviceId,
      @Nullable Long loanId,
      @Nullable Long incidentId,
      @Nullable Long repairId,
      String accessory,
      String reason,
      BigDecimal amount,
      String by) {

    /** Refuses what is no charge. */
    public Proposed {
      if (amount.signum() <= 0) {
        throw new IllegalArgumentException("a charge of " + amount);
      }
      reason = reason.substring(0, Math.min(reason.length(), 200));
    }
  }

  /** A charge as pages show it; the class may be empty. */
  public record Charge(
      long key,
      UUID id,
      int version,
      long schoolId,
      String school,
      String uai,
      ChargeState state,
      String accessory,
      String reason,
      BigDecimal amount,
      Optional<String> number,
      Instant createdAt,
      Instant changedAt,
      boolean correctionDue,
      UUID device,
      String assetTag,
      String model,
      long pupilKey,
      UUID pupil,
      String pupilNumber,
      String pupilName,
      String schoolClass,
      Optional<UUID> incident) {}

  /**
   * Which charges.
   *
   * @param state where they stand; empty for all
   * @param school UAI; empty for all
   */
  public record Filter(Optional<ChargeState> state, Optional<String> school) {

    /** All of them. */
    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty());
  }

  /** Proposes a charge; its public id. */
  public UUID propose(Proposed p, Instant now) {
    UUID id = UUID.randomUUID();
    database.write(
        new SqlText()
            .add("insert into recovery_charge set id = nextval(recovery_charge_seq),")
            .add(
                "public_id = ?, authority_id = ?, school_id = ?,",
                id,
                p.authorityId(),
                p.schoolId())
            .add("pupil_id = ?, device_id = ?,", p.pupilId(), p.deviceId())
            .add("loan_id = nullif(?, 0),", p.loanId() == null ? 0L : p.loanId())
            .add("incident_id = nullif(?, 0),", p.incidentId() == null ? 0L : p.incidentId())
            .add("repair_id = nullif(?, 0),", p.repairId() == null ? 0L : p.repairId())
            .add("accessory = ?, reason = ?, amount = ?,", p.accessory(), p.reason(), p.amount())
            .add(
                "state = 'PROPOSED', created_at = ?, created_by = ?, changed_at = ?",
                now,
                p.by(),
                now));
    return id;
  }

  /** How many the filter keeps. */
  public long count(Scope scope, Filter filter) {
    return database.number(new SqlText().add("select count(*) n").add(from(scope, filter)));
  }

  /** The sum of what the filter keeps. */
  public BigDecimal sum(Scope scope, Filter filter) {
    return database
        .first(
            new SqlText().add("select coalesce(sum(r.amount), 0) total").add(from(scope, filter)),
            row -> row.amount("total"))
        .orElse(BigDecimal.ZERO);
  }

  /** A page, the latest first. */
  public List<Charge> page(Scope scope, Filter filter, long before, int size) {
    return database.list(
        new SqlText()
            .add(COLUMNS)
            .add(from(scope, filter))
            .add("and r.id < ? order by r.id desc limit ?", before, size),
        ChargeRows::charge);
  }

  /** One charge inside a scope. */
  public Optional<Charge> find(Scope scope, UUID id) {
    return database.first(
        new SqlText().add(COLUMNS).add(from(scope, Filter.ALL)).add("and r.public_id = ?", id),
        ChargeRows::charge);
  }

  /** The charges of an incident. */
  public List<Charge> ofIncident(long authorityId, long incidentKey) {
    return database.list(
        new SqlText()
            .add(COLUMNS)
            .add(FROM, authorityId)
            .add("and r.incident_id = ? order by r.id limit 50", incidentKey),
        ChargeRows::charge);
  }

  /** The charge of a repair. */
  public Optional<Charge> ofRepair(long authorityId, long repairKey) {
    return database.first(
        new SqlText().add(COLUMNS).add(FROM, authorityId).add("and r.repair_id = ?", repairKey),
        ChargeRows::charge);
  }

  /** The charges of the repairs of a device inside a scope, by the keys of the repairs. */
  public Map<Long, Charge> ofRepairs(Scope scope, long deviceKey) {
    Map<Long, Charge> found = new HashMap<>();
    database.list(
        new SqlText()
            .add(COLUMNS)
            .add(", r.repair_id")
            .add(from(scope, Filter.ALL))
            .add("and r.repair_id in (select p.id from repair p where p.device_id = ?)", deviceKey),
        row -> found.put(row.number("repair_id"), charge(row)));
    return found;
  }

  /** The charges of some pupils that they know of: all but proposals. */
  public List<Charge> ofPupils(long authorityId, List<Long> pupilKeys) {
    return pupilKeys.isEmpty()
        ? List.of()
        : database.list(
            new SqlText()
                .add(COLUMNS)
                .add(FROM, authorityId)
                .in("and r.pupil_id in", pupilKeys)
                .add("and r.state <> 'PROPOSED' order by r.id desc limit 50"),
            ChargeRows::charge);
  }

  /**
   * Moves a charge from where it was read; false if it stands elsewhere meanwhile.
   *
   * @param correction whether the finance system must hear of it
   */
  public boolean move(long key, ChargeState from, ChargeState to, boolean correction, Instant now) {
    return database.write(
            new SqlText()
                .add("update recovery_charge set state = ?, changed_at = ?,", to, now)
                .add("correction_due = ?, version = version + 1", correction)
                .add("where id = ? and state = ?", key, from))
        == 1;
  }

  /** Asks less than before; false if it stands elsewhere meanwhile. */
  boolean lower(long key, ChargeState state, BigDecimal amount, Instant now) {
    return database.write(
            new SqlText()
                .add("update recovery_charge set amount = ?, changed_at = ?,", amount, now)
                .add("version = version + 1 where id = ? and state = ?", key, state)
                .add("and amount > ?", amount))
        == 1;
  }

  /** Asks for another amount, as long as it is proposed only; false if it is not. */
  boolean correct(long key, BigDecimal amount, Instant now) {
    return database.write(
            new SqlText()
                .add("update recovery_charge set amount = ?, changed_at = ?,", amount, now)
                .add("version = version + 1 where id = ? and state = 'PROPOSED'", key))
        == 1;
  }

  /** A charge is no longer that of its repair, for which another may be proposed. */
  public void partFromRepair(long key) {
    database.write(
        new SqlText().add("update recovery_charge set repair_id = null where id = ?", key));
  }

  /** Remembers which scan moved a charge, and from where. */
  public void movedBy(long key, UUID scan, ChargeState before) {
    database.write(
        new SqlText()
            .add("update recovery_charge set changed_scan = ?, state_before = ?", scan, before)
            .add("where id = ?", key));
  }

  /**
   * Whether the finance system was already told of what a scan moved: it can't be put back then.
   * What it moved stays locked until the transaction ends.
   */
  public boolean isToldOf(UUID scan) {
    database.list(
        new SqlText().add("select id from recovery_charge where changed_scan = ? for update", scan),
        row -> row.number("id"));
    return database.number(
            new SqlText()
                .add("select count(*) n from recovery_charge r join charge_correction k")
                .add("on k.charge_id = r.id where r.changed_scan = ?", scan)
                .add("and not r.correction_due"))
        > 0;
  }

  /** Puts back what a scan moved, unless something else happened to it since. */
  public void putBack(UUID scan, Instant now) {
    database.write(
        new SqlText()
            .add("update recovery_charge set state = state_before, correction_due = false,")
            .add("changed_scan = null, state_before = null, changed_at = ?,", now)
            .add("version = version + 1 where changed_scan = ?", scan)
            .add("and state in ('CANCELLED', 'TO_REFUND')"));
  }

  static SqlText from(Scope scope, Filter filter) {
    SqlText sql = new SqlText().add(FROM, scope.authorityId());
    if (!scope.wholeAuthority()) {
      if (scope.schoolIds().isEmpty()) {
        return sql.add("and 1 = 0");
      }
      sql.in("and r.school_id in", scope.schoolIds());
    }
    filter.state().ifPresent(state -> sql.add("and r.state = ?", state));
    filter.school().ifPresent(uai -> sql.add("and s.uai = ?", uai));
    return sql;
  }

  static SqlText columns() {
    return new SqlText().add(COLUMNS);
  }

  static Charge charge(Row row) throws SQLException {
    Optional<Long> number = row.maybeNumber("number");
    return new Charge(
        row.number("id"),
        row.id("public_id"),
        (int) row.number("version"),
        row.number("school_id"),
        row.text("school"),
        row.text("uai"),
        ChargeState.valueOf(row.text("state")),
        row.text("accessory"),
        row.text("reason"),
        row.amount("amount"),
        number.isPresent()
            ? Optional.of(
                ChargeNumbers.text((int) row.number("charge_year"), number.get().intValue()))
            : Optional.empty(),
        row.instant("created_at"),
        row.instant("changed_at"),
        row.yes("correction_due"),
        row.id("device"),
        row.text("asset_tag"),
        row.text("model"),
        row.number("pupil_id"),
        row.id("pupil"),
        row.text("external_id"),
        row.text("family_name") + " " + row.text("given_name"),
        row.maybeText("class").orElse(""),
        row.maybeId("incident"));
  }
}
