package fr.gestmat.lending.boundary.stock;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Scope;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands over files that were made for the caller, as long as the caller may still see all that is
 * inside. Each time leaves a line in the journal.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Downloads {

  @Inject private CurrentCaller caller;
  @Inject private FileStore files;
  @Inject private Journal journal;

  /**
   * A whole file.
   *
   * @param name name for people
   * @param mediaType media type
   * @param bytes its size
   * @param content where it is
   */
  public record Download(String name, String mediaType, long bytes, Path content) {}

  /** The caller's file of this id; empty if there is none, or not any more. */
  public Optional<Download> open(UUID id) throws IOException {
    Caller who = caller.get();
    Optional<StoredFile> file =
        files.find(id, who.accountId()).filter(f -> mayStillSee(f, who.scope(Stock.READERS)));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Path content = files.content(file.get());
    if (!Files.isReadable(content)) {
      return Optional.empty();
    }
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            LendingAction.DOWNLOADED.name(),
            "FILE",
            file.get().id(),
            null,
            Json.createObjectBuilder().add("name", file.get().fileName()).build().toString()));
    return Optional.of(
        new Download(
            file.get().fileName(), file.get().mediaType(), file.get().byteCount(), content));
  }

  private static boolean mayStillSee(StoredFile file, Scope scope) {
    return file.authorityId() == scope.authorityId()
        && (scope.wholeAuthority()
            || (!file.schools().isEmpty() && scope.schoolIds().containsAll(file.schools())));
  }
}
