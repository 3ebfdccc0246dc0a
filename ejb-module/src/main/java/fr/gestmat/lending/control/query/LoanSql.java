package fr.gestmat.lending.control.query;

import fr.gestmat.access.Scope;
import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.lending.control.ScannedCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The statements about many loans. A page, its count and its export all begin with {@link #from}.
 *
 * <p>A school sees the loans that it issued and those of its pupils.
 */
public final class LoanSql {

  private static final String FROM =
      """
      from loan l
      join device d on d.id = l.device_id
      join device_model m on m.id = d.model_id
      join pupil u on u.id = l.pupil_id
      join school us on us.id = u.school_id
      join school s on s.id = l.school_id
      left join school_class c on c.id = u.class_id
      left join school r on r.id = l.returned_school_id
      where l.authority_id = ?
      """;

  private LoanSql() {}

  /** {@code from ... where} for what the scope covers and the filter keeps. */
  public static SqlText from(Scope scope, LoanFilter filter, LocalDate today) {
    SqlText sql = new SqlText().add(FROM, scope.authorityId());
    visible(sql, scope);
    switch (filter.kind()) {
      case RUNNING -> sql.add("and l.state in ('OPEN', 'CLAIMED_RETURNED', 'LOST')");
      case LATE -> sql.add("and l.state in ('OPEN', 'LOST') and l.due_on < ?", today);
      case TO_RETURN ->
          sql.add("and l.state in ('OPEN', 'LOST') and l.to_return_since is not null");
      case LOST, CLAIMED_RETURNED, CLOSED -> sql.add("and l.state = ?", filter.kind());
      case ALL -> {}
    }
    filter
        .school()
        .ifPresent(
            uai ->
                sql.add(
                    "and (select fs.id from school fs where fs.authority_id = ? and fs.uai = ?)"
                        + " in (l.school_id, u.school_id)",
                    scope.authorityId(),
                    uai));
    filter.schoolClass().ifPresent(id -> inClass(sql, id));
    filter.pupil().ifPresent(id -> sql.add("and u.public_id = ?", id));
    if (!filter.text().isEmpty()) {
      String code = DeviceSql.prefix(ScannedCode.normalForm(filter.text()));
      sql.add("and (d.asset_tag like ? or d.serial like ?", code, code);
      List<String> names = NameKey.words(filter.text());
      if (!names.isEmpty()) {
        sql.add("or (1 = 1");
        named(sql, names);
        sql.add(")");
      }
      sql.add(")");
    }
    return sql;
  }

  /** Adds the condition that loan {@code l} of pupil {@code u} is inside the scope. */
  public static void visible(SqlText sql, Scope scope) {
    if (scope.wholeAuthority()) {
      return;
    }
    if (scope.schoolIds().isEmpty()) {
      sql.add("and 1 = 0");
      return;
    }
    sql.in("and (l.school_id in", scope.schoolIds())
        .in("or u.school_id in", scope.schoolIds())
        .add(")");
  }

  /** Adds the condition that pupil {@code u} is in a class, be it the main one or another. */
  static void inClass(SqlText sql, UUID id) {
    sql.add("and exists (select 1 from pupil_class k join school_class kc on kc.id = k.class_id")
        .add("where k.pupil_id = u.id and kc.public_id = ?)", id);
  }

  /** Adds the condition that pupil {@code u} has these names, each from its beginning. */
  static void named(SqlText sql, List<String> names) {
    for (String name : names) {
      sql.add("and exists (select 1 from pupil_name_token n where n.pupil_id = u.id")
          .add("and n.token like ?)", name + "%");
    }
  }
}
