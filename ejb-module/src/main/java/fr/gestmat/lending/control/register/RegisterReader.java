package fr.gestmat.lending.control.register;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.desk.AuthorityFacts;
import fr.gestmat.lending.control.desk.DeviceView;
import fr.gestmat.lending.control.desk.LoanView;
import fr.gestmat.lending.control.desk.PupilView;
import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.lending.control.query.DeviceSql;
import fr.gestmat.lending.control.query.LoanFilter;
import fr.gestmat.lending.control.query.LoanSql;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LoanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a page of a register in one statement, whatever its size. */
@ApplicationScoped
public class RegisterReader {

  @Inject private ReadModel database;

  /**
   * A row with the key that the next page goes on after.
   *
   * @param <T> what the row shows
   * @param key its key
   * @param view what it shows
   */
  public record Keyed<T>(String key, T view) {}

  /** Devices in the order of their tags. */
  public List<Keyed<DeviceView>> devices(
      AuthorityFacts facts,
      Scope scope,
      DeviceFilter filter,
      LocalDate today,
      String after,
      int size) {
    SqlText sql =
        new SqlText()
            .add(
                """
                select d.public_id, d.asset_tag, d.serial, d.state, d.model_id, d.home_school_id,
                  d.place_school_id, d.transit_to_school_id, d.storage, d.condition_grade,
                  d.last_seen_at
                """)
            .add(DeviceSql.from(scope, filter, today));
    if (!after.isEmpty()) {
      sql.add("and d.asset_tag > ?", after);
    }
    sql.add("order by d.asset_tag limit ?", size);
    return database.list(sql, row -> device(facts, row));
  }

  /**
   * Loans, the latest first.
   *
   * @param state only those that stand there
   * @param device only those of this device
   * @param before only those whose key is smaller
   */
  public List<Keyed<LoanView>> loans(
      AuthorityFacts facts,
      Scope scope,
      LoanFilter filter,
      Optional<LoanState> state,
      Optional<UUID> device,
      LocalDate today,
      long before,
      int size) {
    SqlText sql =
        new SqlText()
            .add(
                """
                select l.id, l.public_id, l.state, d.public_id device, d.asset_tag,
                  u.public_id pupil, l.school_id, l.checked_out_at, l.due_on, l.returned_at,
                  l.returned_school_id, l.returned_grade, l.returned_place
                """)
            .add(LoanSql.from(scope, filter, today));
    state.ifPresent(s -> sql.add("and l.state = ?", s.name()));
    device.ifPresent(id -> sql.add("and d.public_id = ?", id));
    sql.add("and l.id < ? order by l.id desc limit ?", before, size);
    return database.list(sql, row -> loan(facts, row));
  }

  /**
   * Pupils who are there, in a stable order.
   *
   * @param schoolClass only those of the class of this name
   * @param after only those whose key is greater
   */
  public List<Keyed<PupilView>> pupils(
      AuthorityFacts facts,
      Scope scope,
      Optional<Long> school,
      Optional<String> schoolClass,
      long after,
      int size) {
    SqlText sql =
        new SqlText()
            .add(
                """
                select p.id, p.public_id, p.family_name, p.given_name, p.school_id, c.name class
                from pupil p left join school_class c on c.id = p.class_id
                where p.authority_id = ? and p.status = 'ACTIVE'
                """,
                scope.authorityId());
    if (school.isPresent()) {
      sql.add("and p.school_id = ?", school.get());
    } else if (!scope.wholeAuthority()) {
      sql.in("and p.school_id in", scope.schoolIds());
    }
    schoolClass.ifPresent(
        name ->
            sql.add("and exists (select 1 from pupil_class k join school_class kc")
                .add("on kc.id = k.class_id where k.pupil_id = p.id and kc.name = ?)", name));
    sql.add("and p.id > ? order by p.id limit ?", after, size);
    return database.list(sql, row -> pupil(facts, row));
  }

  private static Keyed<DeviceView> device(AuthorityFacts facts, Row row) throws SQLException {
    AuthorityFacts.ModelFacts model = facts.model(row.number("model_id"));
    return new Keyed<>(
        row.text("asset_tag"),
        new DeviceView(
            row.id("public_id"),
            row.text("asset_tag"),
            row.maybeText("serial"),
            DeviceState.valueOf(row.text("state")),
            model.name(),
            model.category(),
            model.accessories(),
            facts.view(row.number("home_school_id")),
            facts.view(row.number("place_school_id")),
            row.maybeNumber("transit_to_school_id").map(facts::view),
            row.maybeText("storage"),
            ConditionGrade.valueOf(row.text("condition_grade")),
            row.maybeInstant("last_seen_at")));
  }

  private static Keyed<LoanView> loan(AuthorityFacts facts, Row row) throws SQLException {
    return new Keyed<>(
        Long.toString(row.number("id")),
        new LoanView(
            row.id("public_id"),
            LoanState.valueOf(row.text("state")),
            row.id("device"),
            row.text("asset_tag"),
            row.maybeId("pupil"),
            facts.view(row.number("school_id")),
            row.instant("checked_out_at"),
            row.maybeDay("due_on"),
            row.maybeInstant("returned_at"),
            row.maybeNumber("returned_school_id").map(facts::view),
            row.maybeText("returned_grade").map(ConditionGrade::valueOf),
            row.maybeText("returned_place")));
  }

  private static Keyed<PupilView> pupil(AuthorityFacts facts, Row row) throws SQLException {
    return new Keyed<>(
        Long.toString(row.number("id")),
        new PupilView(
            row.id("public_id"),
            row.text("family_name"),
            row.text("given_name"),
            row.maybeText("class"),
            facts.view(row.number("school_id")),
            true));
  }
}
