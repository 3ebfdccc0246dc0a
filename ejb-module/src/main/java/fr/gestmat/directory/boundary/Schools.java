package fr.gestmat.directory.boundary;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.boundary.SchoolFile.ClassLine;
import fr.gestmat.directory.control.DirectoryRows;
import fr.gestmat.directory.control.DirectoryRows.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Schools and classes that the caller may see. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Schools {

  /** Schools of a page at most. */
  public static final int PAGE = 50;

  private static final String LINE =
      "select s.uai, s.name, s.type_text, s.town, (select count(*) from school_class c where"
          + " c.school_id = s.id and exists (select 1 from pupil_class k join pupil p on p.id ="
          + " k.pupil_id where k.class_id = c.id and p.status = 'ACTIVE')), (select count(*) from"
          + " pupil p where p.school_id = s.id and p.status = 'ACTIVE')";

  @Inject private CurrentCaller caller;
  @Inject private DirectoryRows rows;

  /**
   * Where a list goes on: after this school.
   *
   * @param name its name
   * @param uai its code
   */
  public record After(String name, String uai) {}

  /**
   * Schools by name, at most {@link #PAGE}.
   *
   * @param words part of the name, the town or the code; empty for all
   * @param after the last school of the page before
   */
  public List<SchoolLine> list(String words, Optional<After> after) {
    String like = "%" + words.strip().replaceAll("[%_\\\\]", "\\\\$0") + "%";
    Query query = Query.of(LINE + " from school s where s.status = 'ACCEPTED' and").and(scope());
    if (!words.isBlank()) {
      query = query.and(" and (s.name like ? or s.town like ? or s.uai like ?)", like, like, like);
    }
    if (after.isPresent()) {
      query = query.and(" and (s.name, s.uai) > (?, ?)", after.get().name(), after.get().uai());
    }
    return rows.all(Schools::line, query.and(" order by s.name, s.uai limit " + PAGE));
  }

  /** A school with its classes; absent if the caller may not see it, or there is none. */
  public Optional<SchoolFile> find(String uai) {
    Query query =
        Query.of(
                LINE
                    + ", s.street, s.postal_code, s.phone, s.id, (select count(*) from pupil p"
                    + " where p.school_id = s.id and p.status = 'ACTIVE' and p.class_id is null)"
                    + " from school s where s.uai = ? and",
                uai)
            .and(scope());
    return rows.all(this::file, query).stream().findFirst();
  }

  private SchoolFile file(ResultSet row) throws SQLException {
    String place =
        Stream.of(row.getString(8), row.getString(4))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    String address =
        Stream.of(row.getString(7), place)
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining("\n"));
    return new SchoolFile(
        line(row),
        address.isEmpty() ? Optional.empty() : Optional.of(address),
        Optional.ofNullable(row.getString(9)),
        classes(row.getLong(10)),
        row.getInt(11));
  }

  private List<ClassLine> classes(long school) {
    return rows.all(
        row -> new ClassLine(UUID.fromString(row.getString(1)), row.getString(2), row.getInt(3)),
        Query.of(
            "select c.public_id, c.name, count(*) from school_class c join pupil_class k on"
                + " k.class_id = c.id join pupil p on p.id = k.pupil_id and p.status = 'ACTIVE'"
                + " where c.school_id = ? group by c.id, c.public_id, c.name order by c.name",
            school));
  }

  /** A class with its pupils; absent if the caller may not see it, or there is none. */
  public Optional<ClassFile> findClass(String uai, UUID id) {
    Query query =
        Query.of(
                "select c.public_id, c.name, s.uai, s.name, c.id from school_class c join school s"
                    + " on s.id = c.school_id where c.public_id = ? and s.uai = ? and",
                id.toString(),
                uai)
            .and(scope());
    return rows
        .all(
            row ->
                new ClassFile(
                    UUID.fromString(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    pupils(
                        "p.id in (select pupil_id from pupil_class where class_id = ?)",
                        row.getLong(5))),
            query)
        .stream()
        .findFirst();
  }

  /** The pupils of a school who are in no class; absent as {@link #find}. */
  public Optional<List<PupilLine>> withoutClass(String uai) {
    Query query = Query.of("select s.id from school s where s.uai = ? and", uai).and(scope());
    return rows
        .all(row -> pupils("p.school_id = ? and p.class_id is null", row.getLong(1)), query)
        .stream()
        .findFirst();
  }

  private List<PupilLine> pupils(String condition, long id) {
    return rows.all(
        PupilRows::line,
        Query.of(
            "select "
                + PupilRows.COLUMNS
                + " from pupil p join school s on s.id = p.school_id left join school_class c on"
                + " c.id = p.class_id where "
                + condition
                + " and p.status = 'ACTIVE' order by p.family_name, p.given_name, p.id limit 500",
            id));
  }

  private Query scope() {
    Scope scope = Reach.of(caller.get());
    return Reach.condition(scope);
  }

  private static SchoolLine line(ResultSet row) throws SQLException {
    return new SchoolLine(
        row.getString(1),
        row.getString(2),
        Optional.ofNullable(row.getString(3)),
        Optional.ofNullable(row.getString(4)),
        row.getInt(5),
        row.getInt(6));
  }
}
