package fr.gestmat.directory.control.intake;

import fr.gestmat.job.boundary.LeasedJobs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks into the drop folder every minute, on one server at a time. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DropFolderWatch {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "directory-drop-folder";

  @Inject private LeasedJobs jobs;
  @Inject private DropFolder folder;

  /** Takes what was dropped. */
  @Schedule(hour = "*", minute = "*", persistent = false)
  public void tick() {
    jobs.run(JOB, Duration.ofSeconds(50), Duration.ofMinutes(30), folder::look);
  }
}
