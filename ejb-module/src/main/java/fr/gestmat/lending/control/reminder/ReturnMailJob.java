package fr.gestmat.lending.control.reminder;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Confirms returns, session by session: a bad one does not block the others (L091). */
@ApplicationScoped
public class ReturnMailJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "return-mails";

  private static final System.Logger LOG = System.getLogger(ReturnMailJob.class.getName());

  @Inject private ReturnMails mails;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofMinutes(5), Duration.ofMinutes(20));
  }

  @Override
  public JobReport work() {
    return confirm(mails.over());
  }

  /** Confirms the returns of these sessions. */
  public JobReport confirm(List<ReturnMails.Session> sessions) {
    int queued = 0;
    int failed = 0;
    for (ReturnMails.Session session : sessions) {
      try {
        queued += mails.confirm(session);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "returns of " + session + " not confirmed", e);
        failed++;
      }
    }
    return JobReport.of("returns", queued).and("failed", failed);
  }
}
