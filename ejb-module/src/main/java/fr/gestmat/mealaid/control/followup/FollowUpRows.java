package fr.gestmat.mealaid.control.followup;

import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.followup.Days.Counted;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts a campaign's applications in four statements, whatever their number. */
@ApplicationScoped
public class FollowUpRows {

  private static final String HALF_HOURS = "timestampdiff(second, '1970-01-01', %s) div 1800 h";

  @Inject private AidRows rows;
  @Inject private AuthorityTime time;

  /**
   * A school.
   *
   * @param uai its code; empty for children whose school nobody knows yet
   * @param name its name
   * @param standing how far its applications are
   */
  public record School(String uai, String name, Standing standing) {}

  /**
   * A campaign.
   *
   * @param whole all of it
   * @param schools its parts, those with the most open applications first
   * @param days its days or weeks
   */
  public record Figures(Standing whole, List<School> schools, List<Days.Day> days) {}

  private record Place(String uai, String name) {}

  /** The figures of a campaign. */
  public Figures of(long authority, long campaign) {
    Tally whole = new Tally();
    Map<Long, Tally> tallies = new HashMap<>();
    Map<Long, Place> places = new HashMap<>();
    rows.list(
        Sql.of("select coalesce(a.school_id, 0) school, coalesce(s.uai, '') uai,")
            .add("coalesce(s.name, '') name, coalesce(a.archived_from, a.state) stands,")
            .add("count(*) n, count(a.complete_at) whole from aid_application a")
            .add("left join school s on s.id = a.school_id where a.campaign_id = ?", campaign)
            .add("and a.submitted_at is not null")
            .add("group by a.school_id, coalesce(a.archived_from, a.state)"),
        row -> {
          long school = row.number("school");
          places.put(school, new Place(row.text("uai"), row.text("name")));
          ApplicationState state = row.one("stands", ApplicationState.class);
          whole.add(state, row.number("n"), row.number("whole"));
          tally(tallies, school).add(state, row.number("n"), row.number("whole"));
          return school;
        });
    rows.list(
        Sql.of("select coalesce(a.school_id, 0) school, count(*) n,")
            .add("greatest(0, timestampdiff(day, a.submitted_at, d.decided_at)) days,")
            .add("coalesce(sum((select sum(t.amount) from aid_decision_term t")
            .add("where t.decision_id = d.id and d.outcome = 'GRANTED')), 0) given")
            .add("from aid_decision d join aid_application a on a.id = d.application_id")
            .add("where d.campaign_id = ? and d.superseded_at is null", campaign)
            .add("and a.submitted_at is not null group by 1, 3"),
        row -> {
          long school = row.number("school");
          BigDecimal given = Objects.requireNonNullElse(row.amountOrNull("given"), BigDecimal.ZERO);
          int days = (int) row.number("days");
          whole.decided(days, row.number("n"), given);
          tally(tallies, school).decided(days, row.number("n"), given);
          return school;
        });
    List<School> schools = new ArrayList<>();
    places.forEach(
        (id, place) ->
            schools.add(new School(place.uai(), place.name(), tally(tallies, id).standing())));
    schools.sort(
        Comparator.comparingLong((School one) -> -one.standing().open())
            .thenComparing(School::name)
            .thenComparing(School::uai));
    return new Figures(
        whole.standing(),
        schools,
        Days.of(received(campaign), decided(campaign), time.zone(authority)));
  }

  /**
   * How many applications of a campaign that were sent stand where, or stood before the archive.
   */
  public Map<ApplicationState, Long> counts(long campaign) {
    Map<ApplicationState, Long> counts = new EnumMap<>(ApplicationState.class);
    rows.list(
        Sql.of("select coalesce(archived_from, state) stands, count(*) n from aid_application")
            .add("where campaign_id = ? and submitted_at is not null group by 1", campaign),
        row -> counts.put(row.one("stands", ApplicationState.class), row.number("n")));
    return counts;
  }

  private static Tally tally(Map<Long, Tally> tallies, long school) {
    return tallies.computeIfAbsent(school, id -> new Tally());
  }

  private List<Counted> received(long campaign) {
    return counted(
        Sql.of("select " + String.format(HALF_HOURS, "a.submitted_at") + ", count(*) n")
            .add("from aid_application a where a.campaign_id = ?", campaign)
            .add("and a.submitted_at is not null group by 1"));
  }

  private List<Counted> decided(long campaign) {
    return counted(
        Sql.of("select " + String.format(HALF_HOURS, "d.decided_at") + ", count(*) n")
            .add("from aid_decision d where d.campaign_id = ? group by 1", campaign));
  }

  private List<Counted> counted(Sql sql) {
    return rows.list(sql, row -> new Counted(row.number("h"), row.number("n")));
  }
}
