package fr.gestmat.job.boundary;

import fr.gestmat.job.control.TaskQueue;
import fr.gestmat.job.entity.BackgroundTask;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where work is handed in that nobody should wait for. */
@ApplicationScoped
public class BackgroundTasks {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private Event<TaskQueue.Filled> filled;

  /**
   * Hands work in, within the caller's transaction: what is rolled back is never done. It begins a
   * moment after the commit.
   *
   * @return the id under which its owner follows it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID submit(NewTask wanted) {
    BackgroundTask task =
        new BackgroundTask(
            wanted.kind(),
            wanted.authorityId(),
            wanted.schoolId(),
            wanted.ownerAccountId(),
            wanted.ownerName(),
            wanted.parameters(),
            clock.instant());
    entities.persist(task);
    filled.fire(new TaskQueue.Filled());
    return task.publicId();
  }

  /** Hands work in, in a transaction of its own if there is none. */
  @InTransaction
  public UUID handIn(NewTask wanted) {
    return submit(wanted);
  }

  /** A task of this owner; somebody else's looks like none. */
  @InTransaction
  public Optional<TaskView> find(UUID id, long ownerAccountId) {
    return entity(id, ownerAccountId).map(TaskView::of);
  }

  /**
   * Lets a failed task of this owner go on from where it stopped.
   *
   * @return whether there was one
   */
  @InTransaction
  public boolean retry(UUID id, long ownerAccountId) {
    Optional<BackgroundTask> task = entity(id, ownerAccountId);
    task.ifPresent(
        t -> {
          t.askAgain();
          filled.fire(new TaskQueue.Filled());
        });
    return task.isPresent();
  }

  /** The latest tasks of an authority, newest first, at most {@code most}. */
  @InTransaction
  public List<TaskView> latest(long authorityId, int most) {
    return entities
        .createQuery(
            "select t from BackgroundTask t where t.authorityId = :authority order by t.id desc",
            BackgroundTask.class)
        .setParameter("authority", authorityId)
        .setMaxResults(most)
        .getResultStream()
        .map(TaskView::of)
        .toList();
  }

  private Optional<BackgroundTask> entity(UUID id, long ownerAccountId) {
    return entities
        .createQuery(
            "select t from BackgroundTask t where t.publicId = :id and t.ownerAccountId = :owner",
            BackgroundTask.class)
        .setParameter("id", id)
        .setParameter("owner", ownerAccountId)
        .getResultStream()
        .findFirst();
  }
}
