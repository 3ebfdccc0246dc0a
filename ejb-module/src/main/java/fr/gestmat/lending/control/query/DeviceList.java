package fr.gestmat.lending.control.query;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists of devices, page by page in the order of their tags. */
@ApplicationScoped
public class DeviceList {

  @Inject private ReadModel database;

  /**
   * A device in a list.
   *
   * @param id public id
   * @param assetTag code on its label
   * @param serial maker's number
   * @param model name of its model
   * @param state where it stands
   * @param home name of the school that it belongs to
   * @param place name of the school where it is or was last
   * @param storage where it is stored there
   * @param grade its condition
   * @param holder who holds it, as far as the caller may know
   */
  public record Line(
      UUID id,
      String assetTag,
      Optional<String> serial,
      String model,
      DeviceState state,
      String home,
      String place,
      Optional<String> storage,
      ConditionGrade grade,
      Optional<Holder> holder) {}

  /**
   * Who holds a device.
   *
   * @param pupil public id of the pupil
   * @param name names as written, family name first
   * @param schoolClass name of the class
   * @param dueOn last day to bring it back
   * @param late whether that day is past, or the pupil has left
   */
  public record Holder(
      UUID pupil,
      String name,
      Optional<String> schoolClass,
      Optional<LocalDate> dueOn,
      boolean late) {}

  /** How many devices there are. */
  public long count(Scope scope, DeviceFilter filter, LocalDate today) {
    return database.number(
        new SqlText().add("select count(*) n").add(DeviceSql.from(scope, filter, today)));
  }

  /**
   * A page.
   *
   * @param after tag after which it begins; empty for the first page
   * @param size how many at most
   */
  public List<Line> page(
      Scope scope, DeviceFilter filter, LocalDate today, String after, int size) {
    SqlText sql =
        new SqlText()
            .add(
                """
                select d.public_id, d.asset_tag, d.serial, m.name model, d.state, h.name home,
                  p.name place, d.storage, d.condition_grade, l.school_id loan_school,
                  u.school_id pupil_school, u.public_id pupil, u.family_name, u.given_name,
                  c.name class, l.due_on, l.to_return_since
                """)
            .add(DeviceSql.from(scope, filter, today));
    if (!after.isEmpty()) {
      sql.add("and d.asset_tag > ?", after);
    }
    sql.add("order by d.asset_tag limit ?", size);
    return database.list(sql, row -> line(row, scope, today));
  }

  private static Line line(Row row, Scope scope, LocalDate today) throws SQLException {
    return new Line(
        row.id("public_id"),
        row.text("asset_tag"),
        row.maybeText("serial"),
        row.text("model"),
        DeviceState.valueOf(row.text("state")),
        row.text("home"),
        row.text("place"),
        row.maybeText("storage"),
        ConditionGrade.valueOf(row.text("condition_grade")),
        holder(row, scope, today));
  }

  private static Optional<Holder> holder(Row row, Scope scope, LocalDate today)
      throws SQLException {
    Optional<UUID> pupil = row.maybeId("pupil");
    boolean visible =
        pupil.isPresent()
            && (scope.covers(row.number("loan_school"))
                || scope.covers(row.number("pupil_school")));
    if (!visible) {
      return Optional.empty();
    }
    Optional<LocalDate> dueOn = row.maybeDay("due_on");
    return Optional.of(
        new Holder(
            pupil.get(),
            row.text("family_name") + " " + row.text("given_name"),
            row.maybeText("class"),
            dueOn,
            dueOn.filter(d -> d.isBefore(today)).isPresent()
                || row.maybeDay("to_return_since").isPresent()));
  }
}
