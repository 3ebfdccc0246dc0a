package fr.gestmat.lending.control.offline;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** In the night, operations of desks and reservations that are long over go. */
@ApplicationScoped
public class DeskPurgeJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "old-desk-rows";

  @Inject private DeskPurge purge;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofHours(20), Duration.ofHours(2)).at(4);
  }

  @Override
  public JobReport work() {
    int operations = 0;
    int reservations = 0;
    for (long authority : purge.authorities()) {
      DeskPurge.Removed removed;
      do {
        removed = purge.step(authority);
        operations += removed.operations();
        reservations += removed.reservations();
      } while (removed.mayBeMore());
    }
    return JobReport.of("operations", operations).and("reservations", reservations);
  }
}
