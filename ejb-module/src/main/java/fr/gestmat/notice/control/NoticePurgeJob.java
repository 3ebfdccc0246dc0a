package fr.gestmat.notice.control;

import fr.gestmat.job.boundary.PlannedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** In the night, mails and notices of long ago go. */
@ApplicationScoped
public class NoticePurgeJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "old-notices";

  @Inject private NoticePurge purge;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration every() {
    return Duration.ofHours(20);
  }

  @Override
  public OptionalInt hour() {
    return OptionalInt.of(4);
  }

  @Override
  public Duration lease() {
    return Duration.ofHours(2);
  }

  @Override
  public Optional<String> work() {
    int mails = 0;
    int notices = 0;
    for (long authority : purge.authorities()) {
      NoticePurge.Removed removed;
      do {
        removed = purge.step(authority);
        mails += removed.mails();
        notices += removed.notices();
      } while (removed.mayBeMore());
    }
    return mails + notices == 0
        ? Optional.empty()
        : Optional.of(mails + " mails, " + notices + " notices");
  }
}
