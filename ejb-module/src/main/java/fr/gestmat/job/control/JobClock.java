package fr.gestmat.job.control;

import fr.gestmat.job.boundary.PlannedJob;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;

/** Gives every planned job its chance once a minute; the lease says whose turn it is. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class JobClock {

  private static final Logger LOG = System.getLogger(JobClock.class.getName());

  @Inject @Any private Instance<PlannedJob> jobs;
  @Inject private JobRunner runner;
  @Inject private Leases leases;
  @Inject private Clock clock;

  /** What runs here when the server is stopped is another's turn at once, not after its lease. */
  @PreDestroy
  public void stop() {
    try {
      leases.giveAllBack();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "Jobs that ran wait for the end of their lease", e);
    }
  }

  /** Looks at all jobs; none waits for another. */
  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  public void tick() {
    int now = LocalTime.ofInstant(clock.instant(), ZoneId.systemDefault()).getHour();
    jobs.stream().filter(job -> job.plan().hour().orElse(now) == now).forEach(runner::whenDue);
  }
}
