package fr.gestmat.job.control;

import fr.gestmat.job.entity.BackgroundTask;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Takes tasks from the queue as long as this server has room. It looks every few seconds, which
 * also finds what a dead server left, and at once when somebody hands work in.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TaskDispatcher {

  /** Tasks at a time on one server: the desks come first. */
  private static final int ROOM = 2;

  private final Semaphore room = new Semaphore(ROOM);

  @Inject private TaskQueue queue;
  @Inject private TaskRunner runner;

  /** Looks at the queue. */
  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  public void tick() {
    dispatch();
  }

  /** Looks at the queue without making who calls wait. */
  @Asynchronous
  public void wake() {
    dispatch();
  }

  private void dispatch() {
    while (room.tryAcquire()) {
      Optional<BackgroundTask> task = takeOrGiveRoomBack();
      if (task.isEmpty()) {
        return;
      }
      runner.run(task.get(), room);
    }
  }

  private Optional<BackgroundTask> takeOrGiveRoomBack() {
    Optional<BackgroundTask> task = Optional.empty();
    try {
      task = queue.take();
    } finally {
      if (task.isEmpty()) {
        room.release();
      }
    }
    return task;
  }
}
