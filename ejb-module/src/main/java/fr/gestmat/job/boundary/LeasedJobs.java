package fr.gestmat.job.boundary;

import fr.gestmat.job.control.Leases;
import fr.gestmat.journal.control.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

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
   * Does the work now unless another server does it or it was done less than {@code every} ago. A
   * failure is logged and shown on the page of jobs; the next hour tries again.
   *
   * @param name stable name of the job, at most 64 ASCII characters
   * @param every shortest time between two runs on all servers
   * @param lease after which a silent server counts as dead: longer than the work ever takes
   * @param work does it and says what was done; empty when there was nothing to do, and then no run
   *     is kept
   */
  public void run(String name, Duration every, Duration lease, Callable<Optional<String>> work) {
    leases.take(name, every, lease, false).ifPresent(taken -> work(name, taken, work));
  }

  /** Does the work now although its time has not come, unless another server does it. */
  public void runNow(String name, Duration every, Duration lease, Callable<Optional<String>> work) {
    leases.take(name, every, lease, true).ifPresent(taken -> work(name, taken, work));
  }

  private void work(String name, Leases.Taken taken, Callable<Optional<String>> work) {
    RequestId.begin("job-" + name + "-" + taken.runId());
    try {
      leases.done(taken, work.call());
    } catch (Exception e) {
      LOG.log(Level.ERROR, "job " + name + " failed", e);
      leases.failed(taken, e.toString());
    } finally {
      RequestId.end();
    }
  }
}
