package fr.gestmat.lending.control.query;

import fr.gestmat.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the filters and forms of lending offer to choose from. */
@ApplicationScoped
public class Choices {

  @Inject private ReadModel database;

  /**
   * A school.
   *
   * @param key database id
   * @param uai national identifier
   * @param name its name
   * @param town where it is
   */
  public record School(long key, String uai, String name, Optional<String> town) {

    /** Name and town, as lists show it. */
    public String label() {
      return town.map(t -> name + ", " + t).orElse(name);
    }
  }

  /**
   * A class.
   *
   * @param id public id
   * @param name its name
   */
  public record SchoolClass(UUID id, String name) {}

  /** The schools of the scope that are in use, by name. */
  public List<School> schools(Scope scope) {
    if (scope.isEmpty()) {
      return List.of();
    }
    SqlText sql =
        new SqlText()
            .add("select s.id, s.uai, s.name, s.town from school s")
            .add("where s.authority_id = ? and s.status = 'ACCEPTED'", scope.authorityId());
    if (!scope.wholeAuthority()) {
      sql.in("and s.id in", scope.schoolIds());
    }
    return database.list(
        sql.add("order by s.name, s.id"),
        row ->
            new School(row.number("id"), row.text("uai"), row.text("name"), row.maybeText("town")));
  }

  /** All schools of the authority that are in use, whatever the scope: where one may send to. */
  public List<School> allSchools(long authorityId) {
    return schools(new Scope(authorityId, true, java.util.Set.of()));
  }

  /** The classes of one school, by name. */
  public List<SchoolClass> classes(long authorityId, long schoolKey) {
    return database.list(
        new SqlText()
            .add("select c.public_id, c.name from school_class c")
            .add("join school s on s.id = c.school_id and s.authority_id = ?", authorityId)
            .add("where c.school_id = ? order by c.name", schoolKey),
        row -> new SchoolClass(row.id("public_id"), row.text("name")));
  }
}
