package fr.gestmat.mealaid.control.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Rings once a document is kept for good. */
@ApplicationScoped
public class DocumentBell {

  @Inject private DocumentWake wake;

  void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) DocumentSent sent) {
    wake.look();
  }
}
