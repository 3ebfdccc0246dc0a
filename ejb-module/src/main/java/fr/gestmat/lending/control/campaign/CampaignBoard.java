package fr.gestmat.lending.control.campaign;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a campaign is, from what the devices say now: two aggregate statements and one list. A
 * device counts as back when no loan holds it any more, whoever brought it.
 */
@ApplicationScoped
public class CampaignBoard {

  private static final String FROM =
      """
      from return_campaign_device x join device d on d.id = x.device_id
      left join loan o on o.holding_device_id = x.device_id
      """;

  private static final String BACK =
      "(o.id is null and d.state not in ('LOST', 'STOLEN', 'OWNERSHIP_TRANSFERRED'))";

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
   * @param hour "2027-06-14 09", local time
   * @param returned how many came back in it
   */
  public record Hour(String hour, long returned) {}

  /**
   * A device that is still out.
   *
   * @param loan its loan now
   * @param device its public id
   * @param assetTag its tag
   * @param pupil who has it now
   * @param pupilName names, family name first
   * @param className the class that was called for it
   * @param expectedOf the pupil of whom it was expected, if it is another one by now
   */
  public record Remaining(
      long loan,
      UUID device,
      String assetTag,
      UUID pupil,
      String pupilName,
      String className,
      Optional<String> expectedOf) {}

  /** Class by class, in order. */
  public List<Figures> classes(Campaign campaign) {
    return database.list(
        new SqlText()
            .add(
                "select x.class_name, min(x.called_at) called_at, count(*) expected, sum("
                    + BACK
                    + ") returned, sum("
                    + BACK
                    + " and d.condition_grade in ('DAMAGED', 'INCOMPLETE')) damaged,"
                    + " sum(d.state in ('LOST', 'STOLEN', 'OWNERSHIP_TRANSFERRED')) gone")
            .add(FROM)
            .add("where x.campaign_id = ?", campaign.key())
            .add("group by x.class_name order by min(x.called_at), x.class_name"),
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

  /** Hour by hour, only those in which something came back since the campaign opened. */
  public List<Hour> hours(Campaign campaign, ZoneId zone) {
    if (campaign.openedAt().isEmpty()) {
      return List.of();
    }
    int offset = zone.getRules().getOffset(campaign.openedAt().get()).getTotalSeconds();
    return database.list(
        new SqlText()
            .add(
                "select date_format(date_add(d.last_returned_at, interval ? second),"
                    + " '%Y-%m-%d %H') hour, count(*) returned",
                offset)
            .add(FROM)
            .add("where x.campaign_id = ? and", campaign.key())
            .add(BACK)
            .add("and d.last_returned_at >= ?", campaign.openedAt().get())
            .add("group by hour order by hour limit 200"),
        row -> new Hour(row.text("hour"), row.number("returned")));
  }

  /** What is still out, class by class, at most {@code most}. */
  public List<Remaining> remaining(Campaign campaign, int most) {
    return database.list(
        new SqlText()
            .add(
                """
                select o.id, d.public_id device, d.asset_tag, p.public_id pupil, p.family_name,
                  p.given_name, x.class_name, if(x.pupil_id = o.pupil_id, null,
                    concat(e.family_name, ' ', e.given_name)) expected_of
                """)
            .add(FROM)
            .add("join pupil p on p.id = o.pupil_id left join pupil e on e.id = x.pupil_id")
            .add("where x.campaign_id = ? and o.state <> 'LOST'", campaign.key())
            .add("order by x.class_name, p.family_name, p.given_name, o.id limit ?", most),
        row ->
            new Remaining(
                row.number("id"),
                row.id("device"),
                row.text("asset_tag"),
                row.id("pupil"),
                row.text("family_name") + " " + row.text("given_name"),
                row.text("class_name"),
                row.maybeText("expected_of")));
  }
}
