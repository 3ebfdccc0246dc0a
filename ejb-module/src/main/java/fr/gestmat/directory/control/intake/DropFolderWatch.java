package fr.gestmat.directory.control.intake;

import fr.gestmat.job.boundary.PlannedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Looks into the drop folder every minute, on one server at a time. */
@ApplicationScoped
public class DropFolderWatch implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "directory-drop-folder";

  @Inject private DropFolder folder;

  @Override
  public String name() {
    return JOB;
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(50);
  }

  @Override
  public Duration lease() {
    return Duration.ofMinutes(30);
  }

  @Override
  public Optional<String> work() throws IOException {
    return folder.look();
  }
}
