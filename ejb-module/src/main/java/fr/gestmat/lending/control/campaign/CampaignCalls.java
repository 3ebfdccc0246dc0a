package fr.gestmat.lending.control.campaign;

import fr.gestmat.lending.control.OpenDays;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.reminder.LoanFacts;
import fr.gestmat.notice.boundary.NewNotice;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls families to a campaign, class by class. */
@ApplicationScoped
public class CampaignCalls {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H' h 'mm");

  @Inject private ReadModel database;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  private record Called(
      long loan, long pupil, String tag, String model, String schoolClass, LocalDateTime at) {}

  /** When each class would come, on the authority's open days. */
  public Map<String, LocalDateTime> plan(Campaign campaign, Map<String, Integer> expected) {
    return SlotPlan.of(campaign.plan(), expected, openDays(campaign)::includes);
  }

  /**
   * Queues the calls of a campaign that was just opened.
   *
   * @return how many devices are called for
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public int call(Campaign campaign) {
    List<Called> all =
        database.list(
            new SqlText()
                .add(
                    "select x.loan_id, x.pupil_id, d.asset_tag, m.name, x.class_name, x.called_at"
                        + " from return_campaign_device x join device d on d.id = x.device_id"
                        + " join device_model m on m.id = d.model_id where x.campaign_id = ?"
                        + " order by x.class_name, x.pupil_id",
                    campaign.key()),
            row ->
                new Called(
                    row.number("loan_id"),
                    row.number("pupil_id"),
                    row.text("asset_tag"),
                    row.text("name"),
                    row.text("class_name"),
                    CampaignBoard.local(row.text("called_at"))));
    for (Called one : all) {
      outbox.queue(
          new NewNotice(
              campaign.authority(),
              campaign.school(),
              NoticeKind.CONVOCATION,
              one.pupil(),
              one.loan(),
              "campaign:" + campaign.key(),
              Map.of(
                  "device", one.model(),
                  "tag", one.tag(),
                  "when", when(one.at()),
                  "place", campaign.plan().place()),
              clock.instant()));
    }
    return all.size();
  }

  /** "lundi 14 juin 2027 à 9 h 05". */
  public static String when(LocalDateTime at) {
    return LoanFacts.day(at.toLocalDate()) + " à " + TIME.format(at);
  }

  private OpenDays openDays(Campaign campaign) {
    String weekdays =
        database
            .first(
                new SqlText()
                    .add(
                        "select open_weekdays from lending_policy where authority_id = ? and"
                            + " starts_on <= ? order by starts_on desc limit 1",
                        campaign.authority(),
                        campaign.plan().startsOn()),
                row -> row.text("open_weekdays"))
            .orElse("12345");
    Set<DayOfWeek> open = EnumSet.noneOf(DayOfWeek.class);
    weekdays.chars().forEach(digit -> open.add(DayOfWeek.of(digit - '0')));
    Set<LocalDate> closed =
        new HashSet<>(
            database.list(
                new SqlText()
                    .add(
                        "select day from closed_day where authority_id = ? and day >= ?",
                        campaign.authority(),
                        campaign.plan().startsOn()),
                row -> LocalDate.parse(row.text("day"))));
    return new OpenDays(open, closed);
  }
}
