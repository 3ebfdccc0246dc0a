package fr.gestmat.job.boundary;

import fr.gestmat.job.control.Leases;
import fr.gestmat.journal.control.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Work that has its hour. Every server's timer asks at that hour; one of them gets the lease and
 * does the work, so that any number of servers may run.
 *
 * <p>Call it from a {@code @Singleton} with {@code @Schedule(persistent = false)} and
 * {@code @TransactionAttribute(NOT_SUPPORTED)}; the work opens its own transactions and may be done
 * twice without harm, as a server can die between two of them.
 */
@ApplicationScoped
public class LeasedJobs {

  private static final Logger LOG = System.getLogger(LeasedJobs.class.getName());

  @Inject private Leases leases;

  /**
   * Does the work now unless another server does it or it was done less than its interval ago. A
   * failure is logged and shown on the page of jobs; the next hour tries again.
   */
  public void run(PlannedJob job) {
    take(job, false);
  }

  /** Does the work now although its time has not come, unless another server does it. */
  public void runNow(PlannedJob job) {
    take(job, true);
  }

  private void take(PlannedJob job, boolean early) {
    JobPlan plan = job.plan();
    leases
        .take(plan.name(), plan.every(), plan.lease(), early)
        .ifPresent(taken -> work(job, taken));
  }

  private void work(PlannedJob job, Leases.Taken taken) {
    RequestId.begin("job-" + taken.jobName() + "-" + taken.runId());
    try {
      leases.done(taken, job.work());
    } catch (Exception e) {
      LOG.log(Level.ERROR, "job " + taken.jobName() + " failed", e);
      leases.failed(taken, e.toString());
    } finally {
      RequestId.end();
    }
  }
}
