package fr.gestmat.mealaid.control.document;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.entity.document.AidDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Every opening of a document is in the journal, the family's own too. */
@ApplicationScoped
public class DocumentOpening {

  @Inject private DocumentRows rows;
  @Inject private DocumentJournal journal;

  /** Writes it down. */
  @InTransaction
  public void told(Caller who, AidDocument document) {
    rows.applicationOf(document)
        .ifPresent(
            application ->
                journal.write(who, application, document, DocumentAction.DOCUMENT_OPENED));
  }
}
