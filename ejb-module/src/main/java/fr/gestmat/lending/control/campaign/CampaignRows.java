package fr.gestmat.lending.control.campaign;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.campaign.Campaign.Audience;
import fr.gestmat.lending.control.campaign.Campaign.Plan;
import fr.gestmat.lending.control.campaign.Campaign.State;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of return campaigns. */
@ApplicationScoped
public class CampaignRows {

  private static final String SELECT =
      """
      select c.*, s.uai, s.name school_name from return_campaign c
      join school s on s.id = c.school_id where c.authority_id = ?
      """;

  /** Who a draft would call: loans that hold a device, of pupils of the school or who left it. */
  private static final String EXPECTED =
      """
      from loan l join pupil p on p.id = l.pupil_id
      left join school_class k on k.id = p.class_id and p.status = 'ACTIVE'
      where l.authority_id = ? and l.state in ('OPEN', 'CLAIMED_RETURNED')
        and (p.school_id = ? or l.school_id = ? and p.status = 'LEFT')
      """;

  /** A loan that an open campaign calls: a family is not called to two places. */
  private static final String CALLED =
      """
      exists (select 1 from return_campaign_device y join return_campaign oc
        on oc.id = y.campaign_id and oc.state = 'OPEN'
        where y.device_id = l.device_id and y.loan_id = l.id)
      """;

  @Inject private ReadModel database;
  @Inject private CampaignLines lines;
  @Inject private Clock clock;

  /**
   * A level of a school.
   *
   * @param key database id
   * @param label its name
   * @param pupils active pupils of it there
   */
  public record Level(long key, String label, long pupils) {}

  /** A campaign that the scope covers. */
  public Optional<Campaign> find(Scope scope, UUID id) {
    return database
        .first(
            new SqlText().add(SELECT, scope.authorityId()).add("and c.public_id = ?", id),
            CampaignRows::read)
        .filter(campaign -> scope.covers(campaign.school()));
  }

  /** The latest campaigns of the scope, at most {@code most}. */
  public List<Campaign> latest(Scope scope, int most) {
    SqlText sql = new SqlText().add(SELECT, scope.authorityId());
    if (!scope.wholeAuthority()) {
      if (scope.isEmpty()) {
        return List.of();
      }
      sql.in("and c.school_id in", scope.schoolIds());
    }
    return database.list(sql.add("order by c.id desc limit ?", most), CampaignRows::read);
  }

  /** Open campaigns whose last day is over, for reminders. */
  List<Campaign> overdue(long authority, LocalDate today) {
    return database.list(
        new SqlText()
            .add(SELECT, authority)
            .add("and c.state = 'OPEN' and c.ends_on < ? order by c.id", today),
        CampaignRows::read);
  }

  /** The levels of a school. */
  public List<Level> levels(long school) {
    return database.list(
        new SqlText()
            .add(
                "select g.id, g.label, count(*) pupils from pupil p join grade g on g.id ="
                    + " p.grade_id where p.school_id = ? and p.status = 'ACTIVE' group by g.id,"
                    + " g.label order by g.label",
                school),
        row -> new Level(row.number("id"), row.text("label"), row.number("pupils")));
  }

  /** Keeps a draft. */
  public UUID insert(long authority, long school, Plan plan, Collection<Long> levels, String by) {
    UUID id = UUID.randomUUID();
    long key = database.number(new SqlText().add("select next value for return_campaign_seq n"));
    database.write(
        new SqlText()
            .add(
                "insert into return_campaign (id, public_id, authority_id, school_id, name,"
                    + " audience, starts_on, opens_at, closes_at, desks, minutes_each, place,"
                    + " created_at, created_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key,
                id,
                authority,
                school,
                plan.name(),
                plan.audience(),
                plan.startsOn(),
                plan.opensAt(),
                plan.closesAt(),
                plan.desks(),
                plan.minutesEach(),
                plan.place(),
                clock.instant(),
                by));
    for (long level : levels) {
      database.write(
          new SqlText()
              .add(
                  "insert into return_campaign_grade (campaign_id, grade_id) select ?, id from"
                      + " grade where id = ? and authority_id = ?",
                  key,
                  level,
                  authority));
    }
    return id;
  }

  /** Throws a draft away. */
  public boolean discard(Campaign campaign) {
    database.write(
        new SqlText()
            .add(
                "delete g from return_campaign_grade g join return_campaign c on c.id ="
                    + " g.campaign_id where c.id = ? and c.state = 'DRAFT'",
                campaign.key()));
    return database.write(
            new SqlText()
                .add(
                    "delete from return_campaign where id = ? and state = 'DRAFT'", campaign.key()))
        == 1;
  }

  /** How many devices a draft leaves out, as another open campaign calls them already. */
  public long calledElsewhere(Campaign campaign) {
    return database.number(
        new SqlText().add("select count(*) n").add(concerned(campaign)).add("and").add(CALLED));
  }

  /** How many devices a draft would expect, by class in order. */
  public Map<String, Integer> expected(Campaign campaign) {
    Map<String, Integer> classes = new LinkedHashMap<>();
    database.list(
        new SqlText()
            .add("select coalesce(k.name, '') class_name, count(*) n")
            .add(audience(campaign))
            .add("group by class_name order by class_name"),
        row -> classes.put(row.text("class_name"), (int) row.number("n")));
    return classes;
  }

  /**
   * Opens a draft: what it expects is fixed.
   *
   * @return false if somebody opened it already
   */
  public boolean open(Campaign campaign, Map<String, LocalDateTime> calls) {
    LocalDate last =
        calls.values().stream()
            .map(LocalDateTime::toLocalDate)
            .max(LocalDate::compareTo)
            .orElse(campaign.plan().startsOn());
    boolean first =
        database.write(
                new SqlText()
                    .add(
                        "update return_campaign set state = 'OPEN', opened_at = ?, ends_on = ?"
                            + " where id = ? and state = 'DRAFT'",
                        clock.instant(),
                        last,
                        campaign.key()))
            == 1;
    if (first) {
      database.write(
          new SqlText()
              .add(
                  "insert into return_campaign_device (campaign_id, device_id, loan_id, pupil_id,"
                      + " class_name) select ?, l.device_id, l.id, l.pupil_id, coalesce(k.name,"
                      + " '')",
                  campaign.key())
              .add(audience(campaign)));
      calls.forEach(
          (name, at) ->
              database.write(
                  new SqlText()
                      .add(
                          "update return_campaign_device set called_at = ? where campaign_id = ?"
                              + " and class_name = ?",
                          at,
                          campaign.key(),
                          name)));
    }
    return first;
  }

  /** Closes an open one: its figures stay as they are now. */
  public boolean close(Campaign campaign, String by) {
    boolean closed =
        database.write(
                new SqlText()
                    .add(
                        "update return_campaign set state = 'CLOSED', closed_at = ?, closed_by = ?"
                            + " where id = ? and state = 'OPEN'",
                        clock.instant(),
                        by,
                        campaign.key()))
            == 1;
    if (closed) {
      lines.freeze(campaign);
    }
    return closed;
  }

  private static SqlText audience(Campaign campaign) {
    return concerned(campaign).add("and not").add(CALLED);
  }

  private static SqlText concerned(Campaign campaign) {
    SqlText sql =
        new SqlText().add(EXPECTED, campaign.authority(), campaign.school(), campaign.school());
    return switch (campaign.plan().audience()) {
      case EVERYBODY -> sql;
      case LEAVERS -> sql.add("and (p.status = 'LEFT' or l.to_return_since is not null)");
      case LEVELS ->
          sql.add(
              "and p.grade_id in (select grade_id from return_campaign_grade where campaign_id ="
                  + " ?)",
              campaign.key());
    };
  }

  private static Campaign read(Row row) throws SQLException {
    return new Campaign(
        row.number("id"),
        row.id("public_id"),
        row.number("authority_id"),
        row.number("school_id"),
        row.text("uai"),
        row.text("school_name"),
        new Plan(
            row.text("name"),
            Audience.valueOf(row.text("audience")),
            LocalDate.parse(row.text("starts_on")),
            LocalTime.parse(row.text("opens_at")),
            LocalTime.parse(row.text("closes_at")),
            (int) row.number("desks"),
            (int) row.number("minutes_each"),
            row.text("place")),
        State.valueOf(row.text("state")),
        row.maybeDay("ends_on"),
        row.maybeInstant("opened_at"),
        row.maybeInstant("closed_at"));
  }
}
