package fr.gestmat.job.boundary;

import fr.gestmat.job.control.TaskQueue;
import fr.gestmat.job.entity.BackgroundTask;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task in the hands of the work that does it. */
public final class TaskRun {

  private static final long NANOS_BETWEEN_REPORTS = 500_000_000L;

  private final TaskQueue queue;
  private final BackgroundTask task;
  private long reportedAt;

  /** The task as it was taken. */
  public TaskRun(TaskQueue queue, BackgroundTask task) {
    this.queue = queue;
    this.task = task;
  }

  /**
   * Says how far the work is and keeps the lease; to be called at least once a minute. What is said
   * within half a second of the last word is not written.
   *
   * @throws LeaseLostException if another server took the task over: stop at once
   */
  public void progress(long done, long total) {
    long now = System.nanoTime();
    if (reportedAt == 0 || now - reportedAt >= NANOS_BETWEEN_REPORTS || done == total) {
      queue.progress(task.id(), done, total);
      reportedAt = now;
    }
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return task.publicId();
  }

  /** Authority that it works for. */
  public long authorityId() {
    return task.authorityId();
  }

  /** The one school that it is about, if it is about one. */
  public @Nullable Long schoolId() {
    return task.schoolId();
  }

  /** Account that asked for it; its rights are looked up again when the work is done. */
  public long ownerAccountId() {
    return task.ownerAccountId();
  }

  /** Name of who asked. */
  public String ownerName() {
    return task.ownerName();
  }

  /** What to do, as JSON. */
  public String parameters() {
    return task.parameters();
  }
}
