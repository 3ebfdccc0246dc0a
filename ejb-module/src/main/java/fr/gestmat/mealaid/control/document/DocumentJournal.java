package fr.gestmat.mealaid.control.document;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.document.AidDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;

/**
 * Writes what happens to documents. No line holds a file's name: families write names into them.
 */
@ApplicationScoped
public class DocumentJournal {

  private static final String SUBJECT = "AID_DOCUMENT";

  @Inject private Journal journal;

  /** Somebody did something. */
  void write(Caller who, AidApplication application, AidDocument document, DocumentAction action) {
    journal.write(
        new JournalEvent(
            application.authorityId(),
            application.schoolId(),
            who.accountId(),
            who.name(),
            action.name(),
            SUBJECT,
            document.id(),
            application.pupilId(),
            detail(application, document)));
  }

  /** The background did something. */
  void write(String job, AidApplication application, AidDocument document, DocumentAction action) {
    journal.write(
        new JournalEvent(
            application.authorityId(),
            application.schoolId(),
            null,
            job,
            action.name(),
            SUBJECT,
            document.id(),
            application.pupilId(),
            detail(application, document)));
  }

  private static String detail(AidApplication application, AidDocument document) {
    return Json.createObjectBuilder()
        .add("application", application.publicId().toString())
        .add("document", document.publicId().toString())
        .add("kind", document.kind())
        .build()
        .toString();
  }
}
