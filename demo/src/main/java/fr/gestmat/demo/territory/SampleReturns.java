package fr.gestmat.demo.territory;

import fr.gestmat.lending.control.campaign.Campaign;
import fr.gestmat.lending.control.campaign.Campaign.Audience;
import fr.gestmat.lending.control.campaign.Campaign.Plan;
import fr.gestmat.lending.control.campaign.SlotPlan;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.LoanEvent;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A return campaign under way in the smallest lycée: classes were called from the day before on,
 * most of those whose turn was have given their laptop back, some of them damaged.
 */
final class SampleReturns {

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private static final String OUT =
      """
      select l.id, l.device_id, l.pupil_id, coalesce(k.name, '') class_name
      from loan l join pupil p on p.id = l.pupil_id
        left join school_class k on k.id = p.class_id and p.status = 'ACTIVE'
      where l.school_id = ? and l.state = 'OPEN'
      order by class_name, p.family_name, p.given_name, l.id
      """;

  private static final String LOAN =
      """
      update loan set state = 'CLOSED', returned_at = ?, recorded_return_at = ?,
        returned_school_id = school_id, returned_by = ?, returned_grade = ?,
        returned_place = 'Armoire 1', closing_reason = ? where id = ?
      """;

  private static final String DEVICE =
      """
      update device set state = if(? = 'DAMAGED', 'TO_CHECK', 'IN_STOCK'),
        state_reason = if(? = 'DAMAGED', 'Rendu avec une charnière cassée', null),
        condition_grade = ?, open_loan_id = null, storage = 'Armoire 1', last_returned_at = ?,
        last_seen_at = ?, last_seen_by = ?, last_seen_school_id = home_school_id where id = ?
      """;

  private record Line(long loan, long device, long pupil, String schoolClass) {}

  private final Sample sample;
  private final School school;
  private final String agent;

  private SampleReturns(Sample sample, School school) {
    this.sample = sample;
    this.school = school;
    this.agent = SampleStaff.agentOf(school.data());
  }

  /** Writes it; the loans are there. */
  static void write(Sample sample, long authority, List<School> schools) throws SQLException {
    new SampleReturns(sample, schools.get(schools.size() - 1)).write(authority);
  }

  private void write(long authority) throws SQLException {
    Plan plan =
        new Plan(
            "Retour des ordinateurs pour mise à jour",
            Audience.EVERYBODY,
            firstDay(),
            LocalTime.of(8, 30),
            LocalTime.of(11, 0),
            1,
            8,
            "au CDI");
    List<Line> lines = lines();
    Map<String, Integer> expected = new LinkedHashMap<>();
    lines.forEach(line -> expected.merge(line.schoolClass(), 1, Integer::sum));
    Map<String, LocalDateTime> calls =
        SlotPlan.of(plan, expected, day -> day.getDayOfWeek().getValue() <= 5);
    long campaign = sample.ids("return_campaign_seq").next();
    campaign(authority, campaign, plan, calls);
    Map<String, Integer> called = new LinkedHashMap<>();
    for (Line line : lines) {
      LocalDateTime at = Objects.requireNonNull(calls.get(line.schoolClass()));
      try (Rows rows =
          new Rows(
              sample.connection(),
              "return_campaign_device",
              List.of(
                  "campaign_id", "device_id", "loan_id", "pupil_id", "class_name", "called_at"))) {
        rows.add(campaign, line.device(), line.loan(), line.pupil(), line.schoolClass(), at);
      }
      int turn = called.merge(line.schoolClass(), 1, Integer::sum);
      Instant came = at.plusMinutes(turn * 8L - 3).atZone(ZONE).toInstant();
      // One in seven forgets it at home.
      if (turn % 7 != 5 && came.isBefore(sample.now())) {
        back(line, came, turn % 9 == 4 ? ConditionGrade.DAMAGED : ConditionGrade.GOOD);
      }
    }
  }

  /** The last school day before today, so that there are returns at whatever hour one looks. */
  private LocalDate firstDay() {
    LocalDate day = sample.today().minusDays(1);
    while (day.getDayOfWeek().getValue() > 5) {
      day = day.minusDays(1);
    }
    return day;
  }

  private List<Line> lines() throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (PreparedStatement query = sample.connection().prepareStatement(OUT)) {
      query.setLong(1, school.id());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          lines.add(new Line(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)));
        }
      }
    }
    return lines;
  }

  private void campaign(long authority, long campaign, Plan plan, Map<String, LocalDateTime> calls)
      throws SQLException {
    try (Rows rows =
        new Rows(
            sample.connection(),
            "return_campaign",
            List.of(
                "id",
                "public_id",
                "authority_id",
                "school_id",
                "name",
                "audience",
                "starts_on",
                "opens_at",
                "closes_at",
                "desks",
                "minutes_each",
                "place",
                "ends_on",
                "state",
                "created_at",
                "created_by",
                "opened_at"))) {
      rows.add(
          campaign,
          sample.chance().uuid(),
          authority,
          school.id(),
          plan.name(),
          plan.audience(),
          plan.startsOn(),
          plan.opensAt(),
          plan.closesAt(),
          plan.desks(),
          plan.minutesEach(),
          plan.place(),
          calls.values().stream()
              .map(LocalDateTime::toLocalDate)
              .max(LocalDate::compareTo)
              .orElse(plan.startsOn()),
          Campaign.State.OPEN,
          sample.now().minus(Duration.ofDays(10)),
          agent,
          sample.now().minus(Duration.ofDays(9)));
    }
  }

  private void back(Line line, Instant came, ConditionGrade grade) throws SQLException {
    run(LOAN, came, came, agent, grade, LoanEvent.RETURNED, line.loan());
    run(DEVICE, grade, grade, grade, came, came, agent, line.device());
  }

  private void run(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement update = sample.connection().prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        update.setObject(
            i + 1,
            value instanceof Instant moment
                ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
                : value instanceof Enum<?> one ? one.name() : value);
      }
      update.executeUpdate();
    }
  }
}
