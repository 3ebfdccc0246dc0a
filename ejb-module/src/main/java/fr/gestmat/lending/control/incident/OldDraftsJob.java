package fr.gestmat.lending.control.incident;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** In the night, declarations that families began and never sent go with their files. */
@ApplicationScoped
public class OldDraftsJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "old-declarations";

  @Inject private IncidentDrafts drafts;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofHours(20), Duration.ofHours(1)).at(4);
  }

  @Override
  public JobReport work() {
    int gone = 0;
    for (int some = drafts.forgetOld(); some > 0; some = drafts.forgetOld()) {
      gone += some;
    }
    return JobReport.of("declarations", gone);
  }
}
