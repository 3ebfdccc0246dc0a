package fr.gestmat.directory.control.intake;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;

/** Looks into the drop folder every minute, on one server at a time. */
@ApplicationScoped
public class DropFolderWatch implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "directory-drop-folder";

  @Inject private DropFolder folder;

  @Override
  public JobPlan plan() {
    return new JobPlan(JOB, Duration.ofSeconds(50), Duration.ofMinutes(30));
  }

  @Override
  public JobReport work() throws IOException {
    return folder.look();
  }
}
