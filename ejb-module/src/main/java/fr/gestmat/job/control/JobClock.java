package fr.gestmat.job.control;

import fr.gestmat.job.boundary.PlannedJob;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;

/** Gives every planned job its chance once a minute; the lease says whose turn it is. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class JobClock {

  @Inject @Any private Instance<PlannedJob> jobs;
  @Inject private JobRunner runner;
  @Inject private Clock clock;

  /** Looks at all jobs; none waits for another. */
  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  public void tick() {
    int now = LocalTime.ofInstant(clock.instant(), ZoneId.systemDefault()).getHour();
    jobs.stream().filter(job -> job.plan().hour().orElse(now) == now).forEach(runner::whenDue);
  }
}
