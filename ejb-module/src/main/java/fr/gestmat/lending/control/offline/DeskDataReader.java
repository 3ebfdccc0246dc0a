package fr.gestmat.lending.control.offline;

import fr.gestmat.lending.control.LendingPolicy;
import fr.gestmat.lending.control.desk.AuthorityFacts;
import fr.gestmat.lending.control.desk.AuthorityFacts.ModelFacts;
import fr.gestmat.lending.control.offline.DeskData.Device;
import fr.gestmat.lending.control.offline.DeskData.Pupil;
import fr.gestmat.lending.control.offline.DeskData.SchoolClass;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a desk takes along: four statements, whatever the size of the school. */
@ApplicationScoped
public class DeskDataReader {

  /** A list serves a working day, and is wiped before the next one begins. */
  public static final Duration VALID = Duration.ofHours(14);

  @Inject private ReadModel database;

  /** Loans of a pupil that count in a limit, of one category. */
  private record Held(long pupilId, String category, int count) {}

  /**
   * What the desks of a school need.
   *
   * @param facts its authority
   * @param now when
   */
  public DeskData of(AuthorityFacts facts, long schoolId, Instant now) {
    LocalDate today = now.atZone(facts.zone()).toLocalDate();
    return new DeskData(
        now,
        now.plus(VALID),
        facts.tags(),
        facts.policy().dueOn(today, Optional.empty()),
        database.list(
            new SqlText()
                .add("select public_id, name from school_class where school_id = ?", schoolId)
                .add("order by name, id"),
            row -> new SchoolClass(row.id("public_id"), row.text("name"))),
        pupils(facts, schoolId, today),
        devices(facts, schoolId));
  }

  private List<Pupil> pupils(AuthorityFacts facts, long schoolId, LocalDate today) {
    Map<Long, Map<String, Integer>> held = held(schoolId);
    List<String> categories =
        facts.models().values().stream().map(ModelFacts::category).distinct().sorted().toList();
    return database.list(
        new SqlText()
            .add("select p.id, p.public_id, p.family_name, p.given_name, c.public_id class_id,")
            .add("p.card_code, p.left_on,")
            .add("(select g.mef_code from grade g where g.id = p.grade_id) mef,")
            .add("exists (select 1 from incident i where i.pupil_id = p.id")
            .add("and i.state in ('DECLARED', 'DECIDED')")
            .add("and (i.blocks_new_loan or i.replacement = 'NONE')) blocked")
            .add("from pupil p left join school_class c on c.id = p.class_id")
            .add("where p.school_id = ? and p.status = 'ACTIVE'", schoolId)
            .add("order by p.family_name, p.given_name, p.id"),
        row ->
            pupil(
                row,
                facts.policy(),
                held.getOrDefault(row.number("id"), Map.of()),
                categories,
                today));
  }

  private Map<Long, Map<String, Integer>> held(long schoolId) {
    Map<Long, Map<String, Integer>> held = new HashMap<>();
    database
        .list(
            new SqlText()
                .add("select l.pupil_id, l.category, count(*) n from pupil p")
                .add("join loan l on l.pupil_id = p.id and l.state in ('OPEN', 'LOST')")
                .add("and not exists (select 1 from incident i where i.loan_id = l.id")
                .add("and i.state = 'DECIDED' and i.replacement <> 'NONE')")
                .add("where p.school_id = ? group by l.pupil_id, l.category", schoolId),
            row -> new Held(row.number("pupil_id"), row.text("category"), (int) row.number("n")))
        .forEach(
            one ->
                held.computeIfAbsent(one.pupilId(), id -> new HashMap<>())
                    .put(one.category(), one.count()));
    return held;
  }

  private static Pupil pupil(
      Row row,
      LendingPolicy policy,
      Map<String, Integer> held,
      List<String> categories,
      LocalDate today)
      throws SQLException {
    Optional<LocalDate> lastDay = row.maybeDay("left_on");
    Optional<String> mef = row.maybeText("mef");
    return new Pupil(
        row.id("public_id"),
        row.text("family_name"),
        row.text("given_name"),
        row.maybeId("class_id"),
        row.maybeText("card_code"),
        lastDay,
        row.yes("blocked") ? Optional.of("PUPIL_BLOCKED") : block(policy, mef, lastDay, today),
        categories.stream()
            .filter(one -> held.getOrDefault(one, 0) >= policy.limits().of(one, mef))
            .toList());
  }

  private static Optional<String> block(
      LendingPolicy policy, Optional<String> mef, Optional<LocalDate> lastDay, LocalDate today) {
    if (lastDay.filter(day -> day.isBefore(today)).isPresent()) {
      return Optional.of("LAST_DAY_PASSED");
    }
    return policy.eligible().includes(mef) ? Optional.empty() : Optional.of("NOT_ELIGIBLE");
  }

  private List<Device> devices(AuthorityFacts facts, long schoolId) {
    return database.list(
        new SqlText()
            .add("select d.asset_tag, d.serial, d.model_id, d.state,")
            .add("d.place_school_id = ? here, h.holder,", schoolId)
            .add("(select p.public_id from device_reservation r join pupil p on p.id = r.pupil_id")
            .add("where r.open_device_id = d.id and p.status = 'ACTIVE'")
            .add("and p.school_id = ?) reserved from", schoolId)
            .add("(select id from device where home_school_id = ?", schoolId)
            .add("union select id from device where place_school_id = ?", schoolId)
            .add("union select l.device_id from pupil p join loan l on l.pupil_id = p.id")
            .add("and l.state <> 'CLOSED' where p.school_id = ?) mine", schoolId)
            .add("join device d on d.id = mine.id left join (select l.id, p.public_id holder")
            .add("from loan l join pupil p on p.id = l.pupil_id where p.school_id = ?", schoolId)
            .add("and l.state <> 'CLOSED') h on h.id = d.open_loan_id")
            .add("where d.state not in ('WITHDRAWN', 'OWNERSHIP_TRANSFERRED')")
            .add("order by d.asset_tag"),
        row -> device(row, facts));
  }

  private static Device device(Row row, AuthorityFacts facts) throws SQLException {
    ModelFacts model = facts.model(row.number("model_id"));
    return new Device(
        row.text("asset_tag"),
        row.maybeText("serial"),
        model.name(),
        model.category(),
        row.text("state"),
        row.yes("here"),
        row.maybeId("holder"),
        row.maybeId("reserved"));
  }
}
