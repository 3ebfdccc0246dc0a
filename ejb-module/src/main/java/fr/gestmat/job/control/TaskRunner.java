package fr.gestmat.job.control;

import fr.gestmat.job.boundary.BackgroundWork;
import fr.gestmat.job.boundary.LeaseLostException;
import fr.gestmat.job.boundary.TaskFailedException;
import fr.gestmat.job.boundary.TaskRun;
import fr.gestmat.job.entity.BackgroundTask;
import fr.gestmat.journal.control.RequestId;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;

/** Does one task on a thread of its own. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TaskRunner {

  private static final Logger LOG = System.getLogger(TaskRunner.class.getName());

  @Inject @Any private Instance<BackgroundWork> works;
  @Inject private TaskQueue queue;

  /** Does the task to its end, then gives the room back. */
  @Asynchronous
  public void run(BackgroundTask task, Semaphore room) {
    RequestId.begin("task-" + task.publicId());
    try {
      queue.finish(task.id(), work(task.kind()).run(new TaskRun(queue, task)));
    } catch (LeaseLostException e) {
      LOG.log(Level.WARNING, e.getMessage());
    } catch (TaskFailedException e) {
      queue.fail(task.id(), e.summary());
    } catch (Exception e) {
      LOG.log(Level.ERROR, "task " + task.publicId() + " (" + task.kind() + ") failed", e);
      queue.fail(task.id(), null);
    } finally {
      RequestId.end();
      room.release();
    }
  }

  private BackgroundWork work(String kind) {
    return works.stream()
        .filter(w -> w.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody does " + kind));
  }
}
