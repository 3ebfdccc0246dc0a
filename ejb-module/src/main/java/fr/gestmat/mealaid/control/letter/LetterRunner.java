package fr.gestmat.mealaid.control.letter;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes letters as soon as their decision is safe, on one thread of each server. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LetterRunner {

  private final AtomicBoolean running = new AtomicBoolean();

  @Inject private LetterJob job;

  /** Makes what waits; nothing if this server is at it already. */
  @Asynchronous
  public void run() {
    if (running.compareAndSet(false, true)) {
      try {
        job.work();
      } finally {
        running.set(false);
      }
    }
  }

  /** Wakes the runner once a decision is committed. */
  @ApplicationScoped
  public static class Watch {
    @Inject private LetterRunner runner;

    void owed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LetterQueue.Owed event) {
      runner.run();
    }
  }
}
