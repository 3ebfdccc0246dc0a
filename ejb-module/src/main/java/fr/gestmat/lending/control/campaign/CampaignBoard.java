package fr.gestmat.lending.control.campaign;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How far a campaign is, from what its loans say now or said when it closed: two aggregate
 * statements and one list. A device counts as back when the loan that was called has ended, whoever
 * brought it and whoever has it since.
 */
@ApplicationScoped
public class CampaignBoard {

  /** Half hours with returns that are read: those of some weeks. */
  private static final int HALVES = 1_000;

  @Inject private ReadModel database;

  /**
   * Figures of a class, or of all.
   *
   * @param name the class; empty for pupils without one
   * @param calledAt when it is called
   * @param expected devices expected
   * @param returned of which back
   * @param damaged of which damaged or incomplete
   * @param gone lost, stolen or given away: will not come
   */
  public record Figures(
      String name,
      Optional<LocalDateTime> calledAt,
      long expected,
      long returned,
      long damaged,
      long gone) {

    /** Those that are still out. */
    public long missing() {
      return expected - returned - gone;
    }

    /** This and that. */
    Figures and(Figures other) {
      return new Figures(
          name,
          calledAt,
          expected + other.expected,
          returned + other.returned,
          damaged + other.damaged,
          gone + other.gone);
    }
  }

  /**
   * Returns of an hour.
   *
   * @param begin when it begins
   * @param returned how many came back in it
   */
  public record Hour(Instant begin, long returned) {}

  /**
   * A device that is still out.
   *
   * @param loan the loan that is waited for
   * @param device its public id
   * @param assetTag its tag
   * @param pupil whose loan it is; absent if it ended meanwhile and was forgotten
   * @param pupilName names, family name first; empty with the pupil
   * @param className the class that was called for it
   * @param expectedOf the pupil of whom it was expected, if it is another one by now
   */
  public record Remaining(
      long loan,
      UUID device,
      String assetTag,
      Optional<UUID> pupil,
      String pupilName,
      String className,
      Optional<String> expectedOf) {}

  /** Class by class, in order. */
  public List<Figures> classes(Campaign campaign) {
    return database.list(
        new SqlText()
            .add(
                "select class_name, min(called_at) called_at, count(*) expected,"
                    + " sum(outcome in ('RETURNED', 'DAMAGED')) returned,"
                    + " sum(outcome = 'DAMAGED') damaged, sum(outcome = 'GONE') gone from")
            .add("(select x.class_name, x.called_at,")
            .add(CampaignLines.OUTCOME)
            .add("outcome")
            .add(CampaignLines.FROM)
            .add("where x.campaign_id = ?) lines_of_it", campaign.key())
            .add("group by class_name order by min(called_at), class_name"),
        row ->
            new Figures(
                row.text("class_name"),
                row.maybeText("called_at").map(CampaignBoard::local),
                row.number("expected"),
                row.number("returned"),
                row.number("damaged"),
                row.number("gone")));
  }

  /** A local time as the driver writes it. */
  static LocalDateTime local(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T').replaceAll("\\.0+$", ""));
  }

  /** All classes together. */
  public static Figures total(List<Figures> classes) {
    return classes.stream().reduce(new Figures("", Optional.empty(), 0, 0, 0, 0), Figures::and);
  }

  /** Hour by hour of the zone, only those in which something came back since it opened. */
  public List<Hour> hours(Campaign campaign, ZoneId zone) {
    if (campaign.openedAt().isEmpty()) {
      return List.of();
    }
    return byHour(
        database.list(
            new SqlText()
                .add("select half, count(*) returned from (select cast(concat(")
                .add("date_format(coalesce(l.recorded_return_at, l.returned_at), '%Y-%m-%d %H:'),")
                .add("if(minute(coalesce(l.recorded_return_at, l.returned_at)) < 30, '00', '30'))")
                .add("as datetime) half")
                .add(CampaignLines.FROM)
                .add("where x.campaign_id = ? and", campaign.key())
                .add(CampaignLines.BACK)
                .add(
                    "and coalesce(l.recorded_return_at, l.returned_at) >= ?) lines_of_it",
                    campaign.openedAt().get())
                .add("group by half order by half limit ?", HALVES),
            row -> new Hour(row.instant("half"), row.number("returned"))),
        zone);
  }

  /**
   * Half hours put together to the hours of a zone, each by the offset of its own day: clocks may
   * change during a campaign, and some zones are half an hour off.
   */
  static List<Hour> byHour(List<Hour> halves, ZoneId zone) {
    Map<Instant, Long> hours = new TreeMap<>();
    for (Hour half : halves) {
      hours.merge(
          half.begin().atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant(),
          half.returned(),
          Long::sum);
    }
    return hours.entrySet().stream().map(e -> new Hour(e.getKey(), e.getValue())).toList();
  }

  /**
   * What is still out, class by class.
   *
   * @param schoolClass only this one, empty for pupils without one; absent for all
   * @param most how many at most
   */
  public List<Remaining> remaining(Campaign campaign, Optional<String> schoolClass, int most) {
    SqlText sql = missing(campaign);
    schoolClass.ifPresent(name -> sql.add("and x.class_name = ?", name));
    return database.list(
        sql.add("order by x.class_name, p.family_name, p.given_name, l.id limit ?", most),
        CampaignBoard::missing);
  }

  /** A device that is still out; empty if it is not, or was not expected. */
  public Optional<Remaining> remaining(Campaign campaign, UUID device) {
    return database.first(
        missing(campaign).add("and d.public_id = ?", device), CampaignBoard::missing);
  }

  private static SqlText missing(Campaign campaign) {
    return new SqlText()
        .add(
            """
            select l.id, d.public_id device, d.asset_tag, p.public_id pupil, p.family_name,
              p.given_name, x.class_name, if(x.pupil_id = l.pupil_id or l.pupil_id is null, null,
                concat(e.family_name, ' ', e.given_name)) expected_of
            """)
        .add(CampaignLines.FROM)
        .add("left join pupil p on p.id = l.pupil_id left join pupil e on e.id = x.pupil_id")
        .add("where x.campaign_id = ? and", campaign.key())
        .add(CampaignLines.OUTCOME)
        .add("= 'MISSING'");
  }

  private static Remaining missing(Row row) throws SQLException {
    Optional<UUID> pupil = row.maybeId("pupil");
    return new Remaining(
        row.number("id"),
        row.id("device"),
        row.text("asset_tag"),
        pupil,
        pupil.isEmpty() ? "" : row.text("family_name") + " " + row.text("given_name"),
        row.text("class_name"),
        row.maybeText("expected_of"));
  }
}
