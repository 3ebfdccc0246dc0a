package fr.gestmat.identity.control;

import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.SchoolRef;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** The rights of an account, in one statement: it stands before most requests. */
  public Held of(long accountId, @Nullable Long pupilId, @Nullable Long guardianId) {
    List<Row> rows =
        Rows.select(
            database,
            GrantRows::read,
            """
            select g.role, g.school_id, s.uai, s.name
              from role_grant g left join school s on s.id = g.school_id where g.account_id = ?
            union all
            select 'PUPIL', school_id, null, null from pupil where id = ? and status = 'ACTIVE'
            union all
            select distinct 'GUARDIAN', p.school_id, null, null
              from guardianship g join pupil p on p.id = g.pupil_id
             where g.guardian_id = ? and p.status = 'ACTIVE'
             order by name, school_id""",
            accountId,
            pupilId,
            guardianId);
    return new Held(
        rows.stream().map(Row::role).collect(Collectors.toSet()),
        rows.stream().flatMap(row -> row.school().stream()).distinct().toList());
  }

  private static Row read(ResultSet row) throws SQLException {
    Long school = Rows.idOrNull(row, "school_id");
    String uai = row.getString("uai");
    return new Row(
        new HeldRole(Role.valueOf(row.getString("role")), school),
        school == null || uai == null
            ? Optional.empty()
            : Optional.of(new SchoolRef(school, uai, row.getString("name"))));
  }
}
