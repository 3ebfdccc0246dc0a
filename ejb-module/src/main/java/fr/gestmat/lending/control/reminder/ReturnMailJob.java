package fr.gestmat.lending.control.reminder;

import fr.gestmat.job.boundary.PlannedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Confirms returns, session by session: a bad one does not block the others (L091). */
@ApplicationScoped
public class ReturnMailJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "return-mails";

  private static final System.Logger LOG = System.getLogger(ReturnMailJob.class.getName());

  @Inject private ReturnMails mails;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Duration lease() {
    return Duration.ofMinutes(20);
  }

  @Override
  public Optional<String> work() {
    return confirm(mails.over());
  }

  /** Confirms the returns of these sessions. */
  public Optional<String> confirm(List<ReturnMails.Session> sessions) {
    int queued = 0;
    int failed = 0;
    for (ReturnMails.Session session : sessions) {
      try {
        queued += mails.confirm(session);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "returns of " + session + " not confirmed", e);
        failed++;
      }
    }
    return queued + failed == 0
        ? Optional.empty()
        : Optional.of(queued + " returns, " + failed + " sessions failed");
  }
}
