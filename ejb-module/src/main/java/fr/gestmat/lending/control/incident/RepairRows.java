package fr.gestmat.lending.control.incident;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The repairs of devices: one at most runs for each. */
@ApplicationScoped
public class RepairRows {

  @Inject private ReadModel database;

  /** A repair as pages show it; the texts may be empty. */
  public record Repair(
      long key,
      UUID id,
      int version,
      long schoolId,
      long deviceKey,
      Optional<Long> incidentKey,
      String reason,
      String ticket,
      String repairer,
      boolean warranty,
      boolean withoutAccessories,
      Optional<Long> swapKey,
      Optional<String> swapTag,
      Optional<BigDecimal> cost,
      Instant sentAt,
      String sentBy,
      Optional<Instant> returnedAt) {}

  /** What can be said of a repair; the cost in euros. */
  public record Form(
      String ticket,
      String repairer,
      boolean warranty,
      boolean withoutAccessories,
      Optional<Long> swapDeviceKey,
      Optional<BigDecimal> cost) {}

  /** A device leaves to be mended. */
  public void send(
      long authorityId,
      long schoolId,
      long deviceKey,
      Optional<Long> incidentKey,
      String reason,
      boolean warranty,
      String by,
      Instant now) {
    database.write(
        new SqlText()
            .add("insert into repair set id = nextval(repair_seq), public_id = uuid(),")
            .add(
                "authority_id = ?, school_id = ?, device_id = ?,", authorityId, schoolId, deviceKey)
            .add(
                "incident_id = nullif(?, 0), reason = nullif(?, ''),",
                incidentKey.orElse(0L),
                reason)
            .add("warranty = ?, sent_at = ?, sent_by = ?", warranty, now, by));
  }

  /** The device is back; an undo of this scan, or declaration, sends it again. */
  public void end(long deviceKey, String by, UUID scan, Instant now) {
    database.write(
        new SqlText()
            .add(
                "update repair set returned_at = ?, returned_by = ?, returned_scan = ?,",
                now,
                by,
                scan)
            .add("version = version + 1 where running_device_id = ?", deviceKey));
  }

  /** Forgets a repair that was declared by mistake. */
  public void forget(long deviceKey) {
    database.write(new SqlText().add("delete from repair where running_device_id = ?", deviceKey));
  }

  /** Opens again what a scan, or a declaration, had ended. */
  public void reopen(UUID scan) {
    database.write(
        new SqlText()
            .add("update repair set returned_at = null, returned_by = null, returned_scan = null,")
            .add("version = version + 1 where returned_scan = ?", scan));
  }

  /** The latest repairs of a device. */
  public List<Repair> ofDevice(long deviceKey) {
    return database.list(
        new SqlText()
            .add("select r.*, w.asset_tag swap_tag from repair r")
            .add("left join device w on w.id = r.swap_device_id")
            .add("where r.device_id = ? order by r.id desc limit 20", deviceKey),
        RepairRows::repair);
  }

  /**
   * A repair that runs, in the list of all.
   *
   * @param key where a list goes on after it
   * @param device public id of the device
   * @param assetTag its tag
   * @param model its model
   * @param school the school that sent it
   * @param ticket number that the repairer gave; may be empty
   * @param repairer who mends it; may be empty
   * @param warranty whether the warranty pays
   * @param swapTag tag of the device that serves meanwhile
   * @param sentAt when it left
   */
  public record Running(
      long key,
      UUID device,
      String assetTag,
      String model,
      String school,
      String ticket,
      String repairer,
      boolean warranty,
      Optional<String> swapTag,
      Instant sentAt) {}

  /**
   * The repairs that run, those that left first before the others.
   *
   * @param after key of the last one of the page before; 0 for the first
   */
  public List<Running> running(Scope scope, Optional<String> school, long after, int size) {
    return database.list(
        new SqlText()
            .add("select r.id, d.public_id device, d.asset_tag, m.name model, s.name school,")
            .add("r.ticket, r.repairer, r.warranty, w.asset_tag swap_tag, r.sent_at")
            .add(fromRunning(scope, school))
            .add("and r.id > ? order by r.id limit ?", after, size),
        row ->
            new Running(
                row.number("id"),
                row.id("device"),
                row.text("asset_tag"),
                row.text("model"),
                row.text("school"),
                row.maybeText("ticket").orElse(""),
                row.maybeText("repairer").orElse(""),
                row.yes("warranty"),
                row.maybeText("swap_tag"),
                row.instant("sent_at")));
  }

  /** How many run. */
  public long countRunning(Scope scope, Optional<String> school) {
    return database.number(new SqlText().add("select count(*) n").add(fromRunning(scope, school)));
  }

  /**
   * {@code from ... where} for the repairs {@code r} that run. A page, its count and its export all
   * begin with it.
   *
   * @param school UAI of the one school that is asked for; empty for all of the scope
   */
  public static SqlText fromRunning(Scope scope, Optional<String> school) {
    SqlText sql =
        new SqlText()
            .add("from school s join repair r on r.school_id = s.id and r.returned_at is null")
            .add("join device d on d.id = r.device_id join device_model m on m.id = d.model_id")
            .add("left join device w on w.id = r.swap_device_id")
            .add("where s.authority_id = ?", scope.authorityId());
    if (!scope.wholeAuthority()) {
      if (scope.schoolIds().isEmpty()) {
        return sql.add("and 1 = 0");
      }
      sql.in("and s.id in", scope.schoolIds());
    }
    school.ifPresent(uai -> sql.add("and s.uai = ?", uai));
    return sql;
  }

  /** Keeps what is said of a repair; false if somebody was faster. */
  public boolean describe(long key, int version, Form form) {
    return database.write(
            new SqlText()
                .add("update repair set ticket = nullif(?, ''),", form.ticket())
                .add("repairer = nullif(?, ''), warranty = ?,", form.repairer(), form.warranty())
                .add("without_accessories = ?,", form.withoutAccessories())
                .add("swap_device_id = nullif(?, 0),", form.swapDeviceKey().orElse(0L))
                .add("cost = nullif(?, ''),", text(form.cost()))
                .add("version = version + 1 where id = ? and version = ?", key, version))
        == 1;
  }

  /** Keeps what a repair cost; false if somebody was faster. */
  public boolean correctCost(long key, int version, Optional<BigDecimal> cost) {
    return database.write(
            new SqlText()
                .add("update repair set cost = nullif(?, ''),", text(cost))
                .add("version = version + 1 where id = ? and version = ?", key, version))
        == 1;
  }

  private static String text(Optional<BigDecimal> cost) {
    return cost.map(BigDecimal::toPlainString).orElse("");
  }

  private static Repair repair(Row row) throws SQLException {
    return new Repair(
        row.number("id"),
        row.id("public_id"),
        (int) row.number("version"),
        row.number("school_id"),
        row.number("device_id"),
        row.maybeNumber("incident_id"),
        row.maybeText("reason").orElse(""),
        row.maybeText("ticket").orElse(""),
        row.maybeText("repairer").orElse(""),
        row.yes("warranty"),
        row.yes("without_accessories"),
        row.maybeNumber("swap_device_id"),
        row.maybeText("swap_tag"),
        Optional.ofNullable(row.amountOrNull("cost")),
        row.instant("sent_at"),
        row.text("sent_by"),
        row.maybeInstant("returned_at"));
  }
}
