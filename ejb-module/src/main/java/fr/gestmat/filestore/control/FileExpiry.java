package fr.gestmat.filestore.control;

import fr.gestmat.job.boundary.PlannedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Every hour, files that expired go. */
@ApplicationScoped
public class FileExpiry implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "expired-files";

  @Inject private ExpiredFiles expired;

  @Override
  public String name() {
    return JOB;
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(50);
  }

  @Override
  public Duration lease() {
    return Duration.ofMinutes(20);
  }

  @Override
  public Optional<String> work() throws IOException {
    return expired.remove();
  }
}
