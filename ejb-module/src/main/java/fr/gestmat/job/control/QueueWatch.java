package fr.gestmat.job.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Wakes the dispatcher once a task that was handed in is committed. */
@ApplicationScoped
public class QueueWatch {

  @Inject private TaskDispatcher dispatcher;

  void filled(@Observes(during = TransactionPhase.AFTER_SUCCESS) TaskQueue.Filled event) {
    dispatcher.wake();
  }
}
