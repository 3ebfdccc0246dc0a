package fr.gestmat.lending.control.query;

import fr.gestmat.access.Scope;
import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.lending.control.ScannedCode;
import java.time.LocalDate;
import java.util.List;

/**
 * The statements about many devices. A page, its count, its export and its labels all begin with
 * {@link #from}, so that they speak of exactly the same devices.
 *
 * <p>A school sees the devices that belong to it, that are there and that are on their way to it.
 */
public final class DeviceSql {

  private static final String JOINS =
      """
      join device_model m on m.id = d.model_id
      join school h on h.id = d.home_school_id
      join school p on p.id = d.place_school_id
      left join loan l on l.id = d.open_loan_id
      left join pupil u on u.id = l.pupil_id
      left join school_class c on c.id = u.class_id
      """;

  private DeviceSql() {}

  /** {@code from ... where} for what the scope covers and the filter keeps. */
  public static SqlText from(Scope scope, DeviceFilter filter, LocalDate today) {
    SqlText sql = new SqlText().add("from device d");
    text(sql, scope, filter.text());
    sql.add(JOINS).add("where d.authority_id = ?", scope.authorityId());
    visible(sql, scope);
    if (!filter.states().isEmpty()) {
      sql.in("and d.state in", filter.states());
    }
    filter.model().ifPresent(model -> sql.add("and m.public_id = ?", model));
    filter
        .school()
        .ifPresent(
            uai ->
                sql.add(
                    "and (select s.id from school s where s.authority_id = ? and s.uai = ?)"
                        + " in (d.home_school_id, d.place_school_id)",
                    scope.authorityId(),
                    uai));
    filter.schoolClass().ifPresent(id -> LoanSql.inClass(sql, id));
    if (filter.late()) {
      sql.add("and l.state in ('OPEN', 'LOST') and (l.due_on < ?", today)
          .add("or l.to_return_since is not null)");
    }
    filter
        .delivery()
        .ifPresent(
            id ->
                sql.add(
                    "and d.delivery_id = (select v.id from delivery v where v.public_id = ?"
                        + " and v.authority_id = ?)",
                    id,
                    scope.authorityId()));
    return sql;
  }

  /** Adds the condition that device {@code d} is inside the scope. */
  public static void visible(SqlText sql, Scope scope) {
    if (scope.wholeAuthority()) {
      return;
    }
    if (scope.schoolIds().isEmpty()) {
      sql.add("and 1 = 0");
      return;
    }
    sql.in("and (d.home_school_id in", scope.schoolIds())
        .in("or d.place_school_id in", scope.schoolIds())
        .in("or d.transit_to_school_id in", scope.schoolIds())
        .add(")");
  }

  /** Joins what was searched for: each way to find it has an index of its own. */
  private static void text(SqlText sql, Scope scope, String text) {
    if (text.isEmpty()) {
      return;
    }
    String code = prefix(ScannedCode.normalForm(text));
    long authority = scope.authorityId();
    sql.add("join (select d.id from device d where d.authority_id = ?", authority)
        .add("and d.asset_tag like ?", code);
    visible(sql, scope);
    sql.add("union select d.id from device d where d.authority_id = ?", authority)
        .add("and d.serial like ?", code);
    visible(sql, scope);
    List<String> names = NameKey.words(text);
    if (!names.isEmpty()) {
      sql.add("union select l.device_id from pupil_name_token t")
          .add("join pupil u on u.id = t.pupil_id")
          .add("join loan l on l.pupil_id = u.id and l.state <> 'CLOSED'")
          .add("where t.authority_id = ? and t.token like ?", authority, names.get(0) + "%");
      LoanSql.named(sql, names.subList(1, names.size()));
      LoanSql.visible(sql, scope);
    }
    sql.add(") found on found.id = d.id");
  }

  /** A pattern for what begins so; a percent sign or an underscore is only itself. */
  static String prefix(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
