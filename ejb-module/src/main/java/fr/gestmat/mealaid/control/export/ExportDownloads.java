package fr.gestmat.mealaid.control.export;

import fr.gestmat.access.Caller;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;

/** Says in the journal that an export was taken away, before its first byte leaves. */
@ApplicationScoped
public class ExportDownloads {

  @Inject private Journal journal;

  /** Somebody takes a file away. */
  @InTransaction(ofItsOwn = true)
  public void told(Caller who, StoredFile file) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            "AID_EXPORT_DOWNLOADED",
            "AID_EXPORT",
            file.id(),
            null,
            Json.createObjectBuilder().add("name", file.fileName()).build().toString()));
  }
}
