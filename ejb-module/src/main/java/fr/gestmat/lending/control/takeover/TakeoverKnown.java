package fr.gestmat.lending.control.takeover;

import fr.gestmat.access.Scope;
import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.takeover.TakeoverMatch.KnownDevice;
import fr.gestmat.lending.control.takeover.TakeoverMatch.KnownPupil;
import fr.gestmat.lending.entity.DeviceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the database knows of some rows, in a fixed number of statements for each batch. */
@ApplicationScoped
public class TakeoverKnown {

  private static final String PUPILS =
      "select p.id, p.external_id, coalesce(p.ine, '') ine, p.family_name, p.given_name,"
          + " p.birth_date from pupil p where p.authority_id = ?";

  @Inject private ReadModel database;

  /** The schools of the scope by UAI. */
  Map<String, Long> schools(Scope scope) {
    if (scope.isEmpty()) {
      return Map.of();
    }
    SqlText sql =
        new SqlText()
            .add("select s.id, s.uai from school s where s.authority_id = ?", scope.authorityId())
            .add("and s.status = 'ACCEPTED'");
    if (!scope.wholeAuthority()) {
      sql.in("and s.id in", scope.schoolIds());
    }
    Map<String, Long> found = new HashMap<>();
    database
        .list(sql, row -> Map.entry(row.text("uai"), row.number("id")))
        .forEach(s -> found.put(s.getKey(), s.getValue()));
    return found;
  }

  /** The devices that have these tags. */
  Map<String, KnownDevice> devices(Scope scope, Collection<String> tags) {
    Map<String, KnownDevice> found = new HashMap<>();
    if (!tags.isEmpty()) {
      database
          .list(
              new SqlText()
                  .add("select d.asset_tag, coalesce(d.serial, '') serial, m.name, d.state,")
                  .add("d.home_school_id, d.place_school_id, l.pupil_id from device d")
                  .add("join device_model m on m.id = d.model_id")
                  .add("left join loan l on l.id = d.open_loan_id")
                  .add("where d.authority_id = ?", scope.authorityId())
                  .in("and d.asset_tag in", tags),
              row -> Map.entry(row.text("asset_tag"), device(row, scope)))
          .forEach(d -> found.put(d.getKey(), d.getValue()));
    }
    return found;
  }

  private static KnownDevice device(Row row, Scope scope) throws SQLException {
    return new KnownDevice(
        scope.covers(row.number("home_school_id")) || scope.covers(row.number("place_school_id")),
        row.text("serial"),
        row.text("name"),
        DeviceState.valueOf(row.text("state")),
        row.maybeNumber("pupil_id"));
  }

  /**
   * The pupils of the scope whom the rows may mean. By names they are looked for in the rows'
   * schools only.
   */
  List<KnownPupil> pupils(Scope scope, List<TakeoverRow> rows, Collection<Long> schools) {
    List<KnownPupil> found = new ArrayList<>();
    Set<String> ids = said(rows, r -> r.pupil().externalId());
    Set<String> ines = said(rows, r -> r.pupil().ine());
    Set<String> names = said(rows, r -> r.pupil().familyName());
    if (!ids.isEmpty()) {
      found.addAll(read(scoped(scope).in("and p.external_id in", ids)));
    }
    if (!ines.isEmpty()) {
      found.addAll(read(scoped(scope).in("and p.ine in", ines)));
    }
    if (!names.isEmpty() && !schools.isEmpty()) {
      found.addAll(
          read(
              scoped(scope)
                  .in("and p.school_id in", schools)
                  .add("and p.status in ('ACTIVE', 'LEFT')")
                  .in("and p.family_name in", names)));
    }
    return found;
  }

  private static SqlText scoped(Scope scope) {
    SqlText sql = new SqlText().add(PUPILS, scope.authorityId());
    if (!scope.wholeAuthority()) {
      sql.in("and p.school_id in", scope.schoolIds());
    }
    return sql;
  }

  private List<KnownPupil> read(SqlText sql) {
    return database.list(
        sql,
        row ->
            new KnownPupil(
                row.number("id"),
                row.text("external_id"),
                row.text("ine"),
                NameKey.line(row.text("family_name"), row.text("given_name")),
                row.maybeDay("birth_date")));
  }

  private static Set<String> said(List<TakeoverRow> rows, Function<TakeoverRow, String> what) {
    return rows.stream().map(what).filter(text -> !text.isEmpty()).collect(Collectors.toSet());
  }
}
