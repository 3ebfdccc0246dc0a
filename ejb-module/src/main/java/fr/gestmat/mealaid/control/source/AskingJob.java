package fr.gestmat.mealaid.control.source;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.mealaid.control.source.CallQueue.Ready;
import fr.gestmat.mealaid.control.source.CallQueue.Taken;
import fr.gestmat.mealaid.control.source.SourceAnswer.Later;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks official sources what waits, as fast as the shared budget allows: many calls are under way
 * at once, since one may take seconds. A source that asks for a pause gets it from all servers.
 */
@ApplicationScoped
public class AskingJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "official-sources";

  private static final Logger LOG = System.getLogger(AskingJob.class.getName());

  private static final int AT_ONCE = 20;
  private static final int UNDER_WAY = 60;
  private static final int TOO_MANY = 429;
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

  /** A run ends well within its lease; the next one goes on. */
  private static final Duration LONGEST = Duration.ofMinutes(20);

  /** Who has to wait longer for a moment of the budget leaves the rest to the next run. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject private CallQueue queue;
  @Inject private CallBudget budget;
  @Inject private ParticulierClient client;
  @Inject private Clock clock;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofSeconds(50), Duration.ofMinutes(30));
  }

  @Override
  public JobReport work() throws InterruptedException {
    Run run = new Run(clock.instant().plus(LONGEST));
    boolean more = true;
    while (more && run.goesOn()) {
      more = false;
      for (Ready authority : queue.ready()) {
        List<Taken> taken = queue.take(authority, AT_ONCE);
        run.ask(authority, taken);
        more |= !taken.isEmpty();
      }
      if (!more) {
        run.settleAll();
      }
    }
    run.settleAll();
    return run.said();
  }

  /** One run with what it has under way. */
  private final class Run {
    private final Instant end;
    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    private boolean paused;
    private int asked;
    private int later;

    Run(Instant end) {
      this.end = end;
    }

    boolean goesOn() {
      return !paused && clock.instant().isBefore(end);
    }

    void ask(Ready authority, List<Taken> all) throws InterruptedException {
      for (Taken one : all) {
        Optional<Duration> wait = paused ? Optional.empty() : budget.take(PATIENCE);
        if (wait.isEmpty()) {
          paused = true;
          queue.giveBack(one.id());
        } else {
          TimeUnit.NANOSECONDS.sleep(wait.get().toNanos());
          underWay.add(
              new UnderWay(
                  one.id(), client.ask(authority.access(), one.kind(), one.query(), one.agent())));
          asked++;
          while (underWay.size() >= UNDER_WAY || firstIsOver()) {
            settle(underWay.remove());
          }
        }
      }
    }

    private boolean firstIsOver() {
      return !underWay.isEmpty() && underWay.element().answer().isDone();
    }

    void settleAll() {
      while (!underWay.isEmpty()) {
        settle(underWay.remove());
      }
    }

    private void settle(UnderWay one) {
      HttpAnswer heard = one.answer().join();
      if (heard.status() == TOO_MANY) {
        budget.pause(heard.retryIn().orElse(USUAL_PAUSE));
      }
      try {
        queue.settle(one.id(), heard).filter(Later.class::isInstance).ifPresent(answer -> later++);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "the answer to question " + one.id() + " was not kept", e);
      }
    }

    JobReport said() {
      return JobReport.of("questions", asked).and("later", later).and("paused", paused ? 1 : 0);
    }
  }

  /**
   * A call that was sent.
   *
   * @param id of the question
   * @param answer that will come
   */
  private record UnderWay(long id, CompletableFuture<HttpAnswer> answer) {}
}
