package fr.gestmat.lending.control.campaign;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.control.reminder.LoanFacts;
import fr.gestmat.lending.control.reminder.LoanSteps;
import fr.gestmat.notice.boundary.NewNotice;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reminds of what did not come back in an open campaign, more firmly each time: the day after its
 * last day, a week later, and a last time after two weeks. Only those that it called are: who has
 * the device by a later loan was never asked to bring it.
 */
@ApplicationScoped
public class CampaignReminders {

  private static final int WEEK = 7;
  private static final int LAST = 3;

  @Inject private CampaignRows rows;
  @Inject private ReadModel database;
  @Inject private LoanSteps steps;
  @Inject private Outbox outbox;
  @Inject private Today today;
  @Inject private Clock clock;

  private record Out(long loan, long pupil, String tag, String model) {}

  /** Which reminder has been reached; 0 for none. */
  static int level(LocalDate endsOn, LocalDate day) {
    long after = ChronoUnit.DAYS.between(endsOn, day);
    return after < 1 ? 0 : (int) Math.min(1 + (after - 1) / WEEK, LAST);
  }

  /** Campaigns of an authority that are over and still open. */
  @InTransaction
  public List<Campaign> overdue(long authority) {
    return rows.overdue(authority, today.in(authority));
  }

  /**
   * Queues the reminders that a campaign has reached and that were not told.
   *
   * @return how many
   */
  @InTransaction(ofItsOwn = true)
  public int remind(Campaign campaign) {
    Optional<LocalDate> endsOn = campaign.endsOn();
    int level = endsOn.map(last -> level(last, today.in(campaign.authority()))).orElse(0);
    int queued = 0;
    if (level > 0) {
      for (Out out : out(campaign)) {
        LocalDate ended = endsOn.orElseThrow();
        if (steps.first(new LoanSteps.Step(out.loan(), ended, "CAMPAIGN-" + level))) {
          outbox.queue(notice(campaign, out, ended, level));
          queued++;
        }
      }
    }
    return queued;
  }

  private NewNotice notice(Campaign campaign, Out out, LocalDate ended, int level) {
    return new NewNotice(
        campaign.authority(),
        campaign.school(),
        level == LAST ? NoticeKind.CAMPAIGN_LAST : NoticeKind.CAMPAIGN_REMAINS,
        out.pupil(),
        out.loan(),
        "remains:" + campaign.key() + ":" + level,
        Map.of(
            "device", out.model(),
            "tag", out.tag(),
            "when", LoanFacts.day(ended)),
        clock.instant());
  }

  private List<Out> out(Campaign campaign) {
    return database.list(
        new SqlText()
            .add(
                """
                select o.id, o.pupil_id, d.asset_tag, m.name from return_campaign_device x
                join device d on d.id = x.device_id join device_model m on m.id = d.model_id
                join loan o on o.id = x.loan_id and o.state = 'OPEN'
                where x.campaign_id = ? order by o.id
                """,
                campaign.key()),
        row ->
            new Out(
                row.number("id"), row.number("pupil_id"), row.text("asset_tag"), row.text("name")));
  }
}
