package fr.gestmat.lending.control.campaign;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Reminds of what did not come back in the campaigns of all authorities. */
@ApplicationScoped
public class CampaignJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "campaign-reminders";

  @Inject private CampaignReminders reminders;
  @Inject private ReadModel database;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofHours(1), Duration.ofHours(1));
  }

  @Override
  public JobReport work() {
    int queued = 0;
    for (long authority :
        database.list(
            new SqlText()
                .add(
                    "select distinct authority_id from return_campaign where state = 'OPEN' order"
                        + " by authority_id"),
            row -> row.number("authority_id"))) {
      for (Campaign campaign : reminders.overdue(authority)) {
        queued += reminders.remind(campaign);
      }
    }
    return JobReport.of("reminders", queued);
  }
}
