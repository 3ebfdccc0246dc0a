package fr.gestmat.filestore.control;

import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.job.boundary.LeasedJobs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;

/** The hour at which expired files go. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FileExpiry {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "expired-files";

  @Inject private LeasedJobs jobs;
  @Inject private ExpiredFiles expired;

  /** Removes what expired, {@link StoredFile} by {@link StoredFile}. */
  @Schedule(hour = "*", minute = "7", persistent = false)
  public void tick() {
    jobs.run(JOB, Duration.ofMinutes(50), Duration.ofMinutes(20), expired::remove);
  }
}
