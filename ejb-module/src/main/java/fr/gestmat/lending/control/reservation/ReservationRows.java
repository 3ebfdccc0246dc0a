package fr.gestmat.lending.control.reservation;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.DeviceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The devices that are kept for pupils. Who changes one holds the lock of its device. */
@ApplicationScoped
public class ReservationRows {

  private static final String SELECT =
      """
      select r.id, r.reserved_at, r.reserved_by, d.public_id device, d.asset_tag, d.state,
        m.name model, u.id pupil_id, u.public_id pupil, u.family_name, u.given_name, u.status,
        c.name class, s.name school
      from device_reservation r
      join device d on d.id = r.device_id
      join device_model m on m.id = d.model_id
      join school s on s.id = r.school_id
      join pupil u on u.id = r.pupil_id
      left join school_class c on c.id = u.class_id
      where r.open_device_id is not null and r.authority_id = ?
      """;

  @Inject private ReadModel database;

  /**
   * A reservation.
   *
   * @param key where the list goes on after it
   * @param device public id of the device
   * @param assetTag its tag
   * @param model its model
   * @param state where it stands
   * @param pupilKey the pupil
   * @param pupil public id of the pupil
   * @param pupilName family name first
   * @param schoolClass name of the class; may be empty
   * @param active whether the pupil is still there: the reservation binds nobody otherwise
   * @param school the school that it is for
   * @param at since when
   * @param by who made it
   */
  public record Line(
      long key,
      UUID device,
      String assetTag,
      String model,
      DeviceState state,
      long pupilKey,
      UUID pupil,
      String pupilName,
      String schoolClass,
      boolean active,
      String school,
      Instant at,
      String by) {}

  /** The reservation of a device. */
  public Optional<Line> of(long authorityId, long deviceKey) {
    return database.first(
        new SqlText().add(SELECT, authorityId).add("and r.open_device_id = ?", deviceKey),
        ReservationRows::line);
  }

  /** Those of a scope, the oldest first. */
  public List<Line> page(Scope scope, long after, int size) {
    return database.list(
        inScope(new SqlText().add(SELECT, scope.authorityId()), scope)
            .add("and r.id > ? order by r.id limit ?", after, size),
        ReservationRows::line);
  }

  /** How many there are in a scope. */
  public long count(Scope scope) {
    return database.number(
        inScope(
            new SqlText()
                .add("select count(*) n from device_reservation r")
                .add("where r.open_device_id is not null")
                .add("and r.authority_id = ?", scope.authorityId()),
            scope));
  }

  /** Keeps a device for a pupil. */
  public void reserve(
      long authorityId, long schoolId, long deviceKey, long pupilKey, String by, Instant now) {
    database.write(
        new SqlText()
            .add("insert into device_reservation (id, public_id, authority_id, school_id,")
            .add("device_id, pupil_id, reserved_at, reserved_by) values")
            .add("(next value for device_reservation_seq, uuid(), ?, ?,", authorityId, schoolId)
            .add("?, ?, ?, ?)", deviceKey, pupilKey, now, by));
  }

  /** Takes it back; false if it was over already. */
  public boolean cancel(long deviceKey, String by, Instant now) {
    return database.write(
            new SqlText()
                .add("update device_reservation set ended_at = ?, ended_by = ?", now, by)
                .add("where open_device_id = ?", deviceKey))
        == 1;
  }

  /** The pupil got the device. */
  public void fulfilled(long deviceKey, long loanKey, String by, Instant now) {
    database.write(
        new SqlText()
            .add("update device_reservation set ended_at = ?, ended_by = ?,", now, by)
            .add("loan_id = ? where open_device_id = ?", loanKey, deviceKey));
  }

  /** The pupil did not get it after all: it is kept again, unless for somebody else by now. */
  public void notFulfilledBy(long loanKey) {
    database.write(
        new SqlText()
            .add("update ignore device_reservation set ended_at = null, ended_by = null,")
            .add("loan_id = null where loan_id = ?", loanKey));
  }

  /** Removes those of an authority that ended before; how many. */
  public int forget(long authorityId, Instant before) {
    return database.write(
        new SqlText()
            .add("delete from device_reservation where authority_id = ?", authorityId)
            .add("and ended_at < ?", before));
  }

  private static SqlText inScope(SqlText sql, Scope scope) {
    if (scope.wholeAuthority()) {
      return sql;
    }
    return scope.schoolIds().isEmpty()
        ? sql.add("and 1 = 0")
        : sql.in("and r.school_id in", scope.schoolIds());
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.number("id"),
        row.id("device"),
        row.text("asset_tag"),
        row.text("model"),
        DeviceState.valueOf(row.text("state")),
        row.number("pupil_id"),
        row.id("pupil"),
        row.text("family_name") + " " + row.text("given_name"),
        row.maybeText("class").orElse(""),
        row.text("status").equals("ACTIVE"),
        row.text("school"),
        row.instant("reserved_at"),
        row.text("reserved_by"));
  }
}
