package fr.gestmat.lending.control.transfer;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.policy.Cohort;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Next year's needs of the places of an authority, and what they have. */
@ApplicationScoped
public class Forecast {

  @Inject private ReadModel database;
  @Inject private Clock clock;

  private record Have(int inStock, int toCheck, int inRepair) {}

  /**
   * All places in use with what they have of a category, by name. A device that is kept for
   * emergencies counts for nobody's entrants.
   */
  public List<PlaceStock> places(long authority, String category, int year) {
    Map<Long, Have> have = new HashMap<>();
    database
        .list(
            new SqlText()
                .add("select d.place_school_id school, sum(d.state = 'IN_STOCK') stock,")
                .add("sum(d.state = 'TO_CHECK') checking, sum(d.state = 'IN_REPAIR') repair")
                .add(
                    "from device d join device_model m on m.id = d.model_id and m.category = ?",
                    category)
                .add("where d.authority_id = ?", authority)
                .add("and d.state in ('IN_STOCK', 'TO_CHECK', 'IN_REPAIR') and not d.emergency")
                .add("group by d.place_school_id"),
            row ->
                Map.entry(
                    row.number("school"),
                    new Have(
                        (int) row.number("stock"),
                        (int) row.number("checking"),
                        (int) row.number("repair"))))
        .forEach(entry -> have.put(entry.getKey(), entry.getValue()));
    Map<Long, Integer> arriving = arriving(authority, category);
    Map<Long, Integer> promised = promised(authority, category);
    return database.list(
        new SqlText()
            .add("select s.id, s.uai, s.name, s.kind, n.entrants from school s")
            .add("left join school_need n on n.school_id = s.id and n.category = ?", category)
            .add("and n.school_year = ?", year)
            .add("where s.authority_id = ? and s.status = 'ACCEPTED'", authority)
            .add("order by s.name, s.id"),
        row -> {
          long key = row.number("id");
          Have here = have.getOrDefault(key, new Have(0, 0, 0));
          return new PlaceStock(
              key,
              row.text("uai"),
              row.text("name"),
              row.text("kind"),
              row.maybeNumber("entrants").map(Long::intValue),
              here.inStock(),
              here.toCheck(),
              here.inRepair(),
              arriving.getOrDefault(key, 0),
              promised.getOrDefault(key, 0));
        });
  }

  private Map<Long, Integer> arriving(long authority, String category) {
    Map<Long, Integer> arriving = new HashMap<>();
    database
        .list(
            new SqlText()
                .add("select d.transit_to_school_id school, count(*) n from device d")
                .add("join device_model m on m.id = d.model_id and m.category = ?", category)
                .add("where d.authority_id = ? and d.state = 'IN_TRANSIT'", authority)
                .add("group by d.transit_to_school_id"),
            row -> Map.entry(row.number("school"), (int) row.number("n")))
        .forEach(entry -> arriving.put(entry.getKey(), entry.getValue()));
    return arriving;
  }

  /** What slips that are being prepared will take away, less what they will bring. */
  private Map<Long, Integer> promised(long authority, String category) {
    Map<Long, Integer> promised = new HashMap<>();
    database
        .list(
            new SqlText()
                .add("select t.from_school_id f, t.to_school_id g, t.planned n")
                .add(
                    "from site_transfer t where t.authority_id = ? and t.category = ?",
                    authority,
                    category)
                .add("and t.sent_at is null and t.cancelled_at is null"),
            row -> new long[] {row.number("f"), row.number("g"), row.number("n")})
        .forEach(
            slip -> {
              promised.merge(slip[0], (int) slip[2], Integer::sum);
              promised.merge(slip[1], -(int) slip[2], Integer::sum);
            });
    return promised;
  }

  /** The categories of the authority's models. */
  public List<String> categories(long authority) {
    return database.list(
        new SqlText()
            .add("select distinct category from device_model where authority_id = ?", authority)
            .add("order by category"),
        row -> row.text("category"));
  }

  /** Keeps what somebody said of schools; those that are not named stay as they are. */
  public void say(
      Caller who, List<PlaceStock> places, String category, int year, Map<String, Integer> said) {
    Instant now = clock.instant();
    for (PlaceStock place : places) {
      Optional<Integer> entrants = Optional.ofNullable(said.get(place.uai()));
      if (entrants.isPresent() && !entrants.equals(place.entrants())) {
        database.write(
            new SqlText()
                .add("insert into school_need (school_id, category, school_year, entrants,")
                .add("derived, said_at, said_by)")
                .add(
                    "values (?, ?, ?, ?, false, ?, ?)",
                    place.key(),
                    category,
                    year,
                    entrants.get(),
                    now,
                    who.name())
                .add("on duplicate key update entrants = values(entrants), derived = false,")
                .add("said_at = values(said_at), said_by = values(said_by)"));
      }
    }
  }

  /**
   * Takes this year's pupils of some levels for next year's entrants, in every school that has any;
   * what a person said stays.
   *
   * @return how many schools have a number now that had none from a person
   */
  public int derive(Caller who, String category, int year, Cohort levels) {
    SqlText sql =
        new SqlText()
            .add("insert into school_need (school_id, category, school_year, entrants, derived,")
            .add("said_at, said_by)")
            .add(
                "select p.school_id, ?, ?, count(*), true, ?, ?",
                category,
                year,
                clock.instant(),
                who.name())
            .add("from pupil p join school s on s.id = p.school_id and s.status = 'ACCEPTED'")
            .add("and s.kind = 'SCHOOL' join grade g on g.id = p.grade_id")
            .add("where p.authority_id = ? and p.status = 'ACTIVE' and (1 = 0", who.authorityId());
    levels.prefixes().forEach(prefix -> sql.add("or g.mef_code like ?", prefix + "%"));
    sql.add(") group by p.school_id on duplicate key update")
        .add("entrants = if(school_need.derived, values(entrants), school_need.entrants)");
    database.write(sql);
    return (int)
        database.number(
            new SqlText()
                .add("select count(*) n from school_need n join school s on s.id = n.school_id")
                .add("where s.authority_id = ? and n.category = ?", who.authorityId(), category)
                .add("and n.school_year = ? and n.derived", year));
  }
}
