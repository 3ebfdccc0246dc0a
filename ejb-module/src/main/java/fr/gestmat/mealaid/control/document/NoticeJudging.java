package fr.gestmat.mealaid.control.document;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Judges all notices again after a list or a certificate was imported, some at a time. Each step
 * commits by itself: what a server that is stopped leaves is done by the next run.
 */
@ApplicationScoped
public class NoticeJudging implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "aid-notice-trust";

  /** Notices of a transaction. */
  private static final int STEP = 500;

  /** How long a run goes on, so that it ends within its lease; the next one goes on. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @Inject private NoticeTrust trust;
  @Inject private Clock clock;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofSeconds(50), Duration.ofMinutes(10));
  }

  @Override
  public JobReport work() {
    Instant end = clock.instant().plus(LONGEST);
    long judged = 0;
    int step;
    do {
      step = trust.judge(STEP);
      judged += step;
    } while (step > 0 && clock.instant().isBefore(end));
    return JobReport.of("judged", judged);
  }
}
