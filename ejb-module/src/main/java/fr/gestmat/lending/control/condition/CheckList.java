package fr.gestmat.lending.control.condition;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.query.DeviceSql;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.ConditionGrade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The devices to check, with what differs between their last hand-over and return. */
@ApplicationScoped
public class CheckList {

  @Inject private ReadModel database;

  /**
   * A device to check.
   *
   * @param id public id
   * @param assetTag its tag
   * @param model its model
   * @param place school where it is
   * @param storage where there
   * @param grade its condition now
   * @param before its condition when it was last handed over, if that was said
   * @param pieces what is missing or broken, e.g. "Chargeur"
   * @param marks how many marks of damage were noted at the return
   * @param photos how many photos there are of it
   * @param returnedAt when it came back last
   * @param pupil who had it, if the caller may know
   */
  public record Line(
      UUID id,
      String assetTag,
      String model,
      String place,
      Optional<String> storage,
      ConditionGrade grade,
      Optional<ConditionGrade> before,
      Optional<String> pieces,
      long marks,
      long photos,
      Optional<Instant> returnedAt,
      Optional<String> pupil) {}

  /** How many there are. */
  public long count(Scope scope) {
    return database.number(from(new SqlText().add("select count(*) n from device d"), scope));
  }

  /**
   * A page by tag.
   *
   * @param after tag after which it begins; empty for the first
   * @param size how many at most
   */
  public List<Line> page(Scope scope, String after, int size) {
    SqlText sql =
        new SqlText()
            .add(
                """
                select d.public_id, d.asset_tag, m.name model, p.name place, d.storage,
                  d.condition_grade, coalesce(o.grade, l.checked_out_grade) grade_before, l.returned_at,
                  l.school_id loan_school, u.school_id pupil_school, u.family_name, u.given_name,
                  (select group_concat(g.name order by g.id separator ', ') from kit_gap g
                    where g.open_device_id = d.id) pieces,
                  (select count(*) from condition_mark k where k.report_id = b.id) marks,
                  (select count(*) from condition_photo f where f.report_id = b.id) photos
                from device d
                join device_model m on m.id = d.model_id
                join school p on p.id = d.place_school_id
                left join loan l on l.id =
                  (select max(x.id) from loan x where x.device_id = d.id)
                left join pupil u on u.id = l.pupil_id
                left join condition_report o on o.loan_id = l.id and o.step = 'HAND_OVER'
                left join condition_report b on b.loan_id = l.id and b.step = 'RETURN'
                """);
    from(sql, scope);
    if (!after.isEmpty()) {
      sql.add("and d.asset_tag > ?", after);
    }
    return database.list(sql.add("order by d.asset_tag limit ?", size), row -> line(row, scope));
  }

  private static SqlText from(SqlText sql, Scope scope) {
    sql.add("where d.authority_id = ? and d.state = 'TO_CHECK'", scope.authorityId());
    DeviceSql.visible(sql, scope);
    return sql;
  }

  private static Line line(Row row, Scope scope) throws SQLException {
    boolean visible =
        row.maybeText("family_name").isPresent()
            && (scope.covers(row.number("loan_school"))
                || scope.covers(row.number("pupil_school")));
    return new Line(
        row.id("public_id"),
        row.text("asset_tag"),
        row.text("model"),
        row.text("place"),
        row.maybeText("storage"),
        ConditionGrade.valueOf(row.text("condition_grade")),
        row.maybeText("grade_before").map(ConditionGrade::valueOf),
        row.maybeText("pieces"),
        row.number("marks"),
        row.number("photos"),
        row.maybeInstant("returned_at"),
        visible
            ? Optional.of(row.text("family_name") + " " + row.text("given_name"))
            : Optional.empty());
  }
}
