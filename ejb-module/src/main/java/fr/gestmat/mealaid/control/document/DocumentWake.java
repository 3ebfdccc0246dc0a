package fr.gestmat.mealaid.control.document;

import fr.gestmat.job.boundary.LeasedJobs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;

/**
 * Looks at a new document at once, so that a family sees what its notice says while it is still at
 * it. One thread a server: in a rush the rest waits for it, or for the planned job.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentWake {

  private static final Logger LOG = System.getLogger(DocumentWake.class.getName());

  private final Semaphore one = new Semaphore(1);

  @Inject private DocumentChecks checks;
  @Inject private NoticeJudging judging;
  @Inject private LeasedJobs jobs;

  /** Begins on a thread of its own, unless one is at it. */
  @Asynchronous
  public void look() {
    if (one.tryAcquire()) {
      try {
        checks.work();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "documents wait for the planned job", e);
      } finally {
        one.release();
      }
    }
  }

  /** Judges the notices again on a thread of its own, unless a server is at it. */
  @Asynchronous
  public void judge() {
    jobs.runNow(judging);
  }
}
