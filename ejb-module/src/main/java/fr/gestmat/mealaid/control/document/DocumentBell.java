package fr.gestmat.mealaid.control.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Rings once a document, or what judges it, is kept for good. */
@ApplicationScoped
public class DocumentBell {

  @Inject private DocumentWake wake;

  void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) DocumentSent sent) {
    wake.look();
  }

  void judge(@Observes(during = TransactionPhase.AFTER_SUCCESS) TrustChanged changed) {
    wake.judge();
  }
}
