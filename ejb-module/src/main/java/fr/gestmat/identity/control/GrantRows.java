package fr.gestmat.identity.control;

import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.SchoolRef;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What an account holds: its grants, and what the directory knows it as. */
@ApplicationScoped
public class GrantRows {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /**
   * The rights of an account.
   *
   * @param roles every right
   * @param schools the schools that grants name, by name
   */
  public record Held(Set<HeldRole> roles, List<SchoolRef> schools) {}

  private record Row(HeldRole role, Optional<SchoolRef> school) {}

  /** The rights of an account; two statements more for somebody of the directory. */
  public Held of(long accountId, @Nullable Long pupilId, @Nullable Long guardianId) {
    List<Row> granted =
        Rows.select(
            database,
            row -> {
              Long school = Rows.idOrNull(row, "school_id");
              return new Row(
                  new HeldRole(Role.valueOf(row.getString("role")), school),
                  Optional.ofNullable(school)
                      .map(id -> new SchoolRef(id, text(row, "uai"), text(row, "name"))));
            },
            """
            select g.role, g.school_id, s.uai, s.name
              from role_grant g left join school s on s.id = g.school_id
             where g.account_id = ? order by s.name, s.id""",
            accountId);
    Set<HeldRole> roles = new HashSet<>();
    granted.forEach(row -> roles.add(row.role()));
    if (pupilId != null) {
      roles.addAll(
          at(
              Role.PUPIL,
              "select school_id from pupil where id = ? and status = 'ACTIVE'",
              pupilId));
    }
    if (guardianId != null) {
      roles.addAll(
          at(
              Role.GUARDIAN,
              """
              select distinct p.school_id from guardianship g join pupil p on p.id = g.pupil_id
               where g.guardian_id = ? and p.status = 'ACTIVE'""",
              guardianId));
    }
    return new Held(
        roles, granted.stream().flatMap(row -> row.school().stream()).distinct().toList());
  }

  private List<HeldRole> at(Role role, String sql, long id) {
    return Rows.select(database, row -> new HeldRole(role, row.getLong("school_id")), sql, id);
  }

  private static String text(java.sql.ResultSet row, String column) {
    try {
      return row.getString(column);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
