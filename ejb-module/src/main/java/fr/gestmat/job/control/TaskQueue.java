package fr.gestmat.job.control;

import fr.gestmat.job.boundary.LeaseLostException;
import fr.gestmat.job.boundary.TaskResult;
import fr.gestmat.job.entity.BackgroundTask;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of tasks as servers take, renew and end them. Each step commits at once. */
@ApplicationScoped
public class TaskQueue {

  private static final Duration LEASE = Duration.ofMinutes(3);

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private ServerName server;

  /** Said when a task was handed in, so that nobody waits for the next look at the queue. */
  public record Filled() {}

  /** Takes the oldest task that waits or whose server fell silent. */
  @InTransaction(ofItsOwn = true)
  public Optional<BackgroundTask> take() {
    Instant now = clock.instant();
    while (true) {
      List<?> ids =
          entities
              .createNativeQuery(
                  "select id from background_task where state = 'WAITING'"
                      + " or (state = 'RUNNING' and held_until < ?)"
                      + " order by id limit 1 for update skip locked")
              .setParameter(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
              .getResultList();
      if (ids.isEmpty()) {
        return Optional.empty();
      }
      BackgroundTask task = entities.find(BackgroundTask.class, ((Number) ids.get(0)).longValue());
      if (task.take(server.toString(), now, now.plus(LEASE))) {
        return Optional.of(task);
      }
      entities.flush();
    }
  }

  /**
   * Writes how far the work is and renews the lease.
   *
   * @throws LeaseLostException if this server does not hold the task any more
   */
  @InTransaction(ofItsOwn = true)
  public void progress(long taskId, long done, long total) {
    held(taskId).progress(done, total, clock.instant().plus(LEASE));
  }

  /** Ends a task well. */
  @InTransaction(ofItsOwn = true)
  public void finish(long taskId, TaskResult result) {
    held(taskId).finish(result.summary(), result.fileId(), clock.instant());
  }

  /** Ends a task badly. */
  @InTransaction(ofItsOwn = true)
  public void fail(long taskId, @Nullable String summary) {
    held(taskId).fail(summary, clock.instant());
  }

  private BackgroundTask held(long taskId) {
    BackgroundTask task =
        entities.find(BackgroundTask.class, taskId, LockModeType.PESSIMISTIC_WRITE);
    if (task == null || !task.isHeldBy(server.toString())) {
      throw new LeaseLostException(taskId);
    }
    return task;
  }
}
