package fr.gestmat.notice.control;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Puts what waits into mails and sends them. A mail that cannot go is put off and the next one is
 * tried; when the mail server cannot be reached at all the rest waits for the next run.
 */
@ApplicationScoped
public class MailJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "mails";

  private static final Logger LOG = System.getLogger(MailJob.class.getName());

  /** Mails of one run, so that it ends well within its lease. */
  private static final int MOST = 2_000;

  /** So does one that goes slowly, at the pace that the mail server wants; the next one goes on. */
  private static final Duration LONGEST = Duration.ofMinutes(20);

  @Inject private Addressing addressing;
  @Inject private MailPace pace;
  @Inject private Clock clock;
  @Inject private MailQueue queue;
  @Inject private MailServer server;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofSeconds(50), Duration.ofMinutes(30));
  }

  @Override
  public JobReport work() throws InterruptedException {
    while (addressing.step() > 0) {
      // one batch after the other
    }
    Count count = new Count();
    Line line = new Line();
    Instant end = clock.instant().plus(LONGEST);
    try {
      for (int i = 0; i < MOST && !line.dead && clock.instant().isBefore(end); i++) {
        // The moment first: a mail in hand is leased, and may not wait.
        Optional<Long> taken = pace.await() ? queue.take() : Optional.empty();
        if (taken.isEmpty()) {
          break;
        }
        deliver(taken.get(), line, count);
      }
    } finally {
      line.hangUp();
    }
    return count.said(line.dead);
  }

  private void deliver(long id, Line line, Count count) {
    try {
      Optional<MailQueue.Outgoing> mail = queue.open(id);
      if (mail.isPresent()) {
        line.open().send(mail.get());
        queue.sent(mail.get());
        count.sent++;
      } else {
        count.over++;
      }
    } catch (MessagingException | RuntimeException e) {
      LOG.log(Level.WARNING, "mail " + id + " did not go: " + e);
      count.failed++;
      line.hangUp();
      queue.failed(id, said(e), refused(e));
    }
  }

  /** The address is wrong, or the mail server knows no such person: never, not later. */
  private static boolean refused(Exception e) {
    return e instanceof AddressException
        || (e instanceof SendFailedException failed
            && failed.getInvalidAddresses() != null
            && failed.getInvalidAddresses().length > 0);
  }

  private static String said(Exception e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  /** The connection of a run, opened when the first mail needs it. */
  private final class Line {
    private Optional<MailServer.Connection> connection = Optional.empty();
    private boolean dead;

    MailServer.Connection open() throws MessagingException {
      if (connection.isEmpty()) {
        dead = true;
        connection = Optional.of(server.connect());
        dead = false;
      }
      return connection.get();
    }

    void hangUp() {
      connection.ifPresent(
          open -> {
            try {
              open.close();
            } catch (MessagingException e) {
              LOG.log(Level.DEBUG, "the connection was lost already", e);
            }
          });
      connection = Optional.empty();
    }
  }

  private static final class Count {
    private int sent;
    private int failed;
    private int over;

    JobReport said(boolean unreachable) {
      return JobReport.of("sent", sent)
          .and("unsent", failed)
          .and("over", over)
          .and("unreachable", unreachable ? 1 : 0);
    }
  }
}
