package fr.gestmat.notice.control;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** In the night, mails and notices of long ago go. */
@ApplicationScoped
public class NoticePurgeJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "old-notices";

  @Inject private NoticePurge purge;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofHours(20), Duration.ofHours(2)).at(4);
  }

  @Override
  public JobReport work() {
    int mails = 0;
    int notices = 0;
    for (long authority : purge.authorities()) {
      NoticePurge.Removed removed;
      do {
        removed = purge.step(authority);
        mails += removed.mails();
        notices += removed.notices();
      } while (removed.mayBeMore());
    }
    return JobReport.of("mails", mails).and("notices", notices);
  }
}
