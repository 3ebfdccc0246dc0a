package fr.gestmat.mealaid.boundary.document;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.filestore.boundary.FileLinks;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.mealaid.control.document.DocumentOpening;
import fr.gestmat.mealaid.control.document.DocumentRights;
import fr.gestmat.mealaid.control.document.DownloadLimit;
import fr.gestmat.mealaid.entity.document.AidDocument;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens documents by links that live for ten minutes, each for one account. The rights are asked
 * again at each download and the line in the journal is written with it.
 */
@Stateless
@RolesAllowed({Role.SIGNED_ON, "GUARDIAN", "AID_OFFICER", "AID_MANAGER"})
public class DocumentDownloads {

  @Inject private CurrentCaller caller;
  @Inject private DocumentRights rights;
  @Inject private DocumentOpening opening;
  @Inject private DownloadLimit limit;
  @Inject private FileLinks links;
  @Inject private SealedFiles files;

  /**
   * A link to a document that the caller may open now; empty if there is none for them. An officer
   * who opens unusually many is stopped for a while (M-M13).
   *
   * @return refused with when the next one may be opened
   * @throws IOException if there is no key to sign it with
   */
  public Optional<Answer<String>> link(UUID document) throws IOException {
    Caller who = caller.get();
    Optional<AidDocument> found = rights.openable(who, document);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<Refusal> stop =
        DocumentRights.isOfficer(who) ? limit.count(who, found.get()) : Optional.empty();
    return Optional.of(
        stop.isPresent()
            ? Answer.refused(stop.get())
            : new Answer.Done<>(links.make(document, who.accountId())));
  }

  /**
   * The document of a link; empty if it is too old, somebody else's, or not theirs to open any
   * more.
   *
   * @throws IOException if it cannot be read where it lies
   */
  public Optional<OpenedDocument> open(String link) throws IOException {
    Caller who = caller.get();
    Optional<AidDocument> document =
        links.read(link, who.accountId()).flatMap(id -> rights.openable(who, id));
    if (document.isEmpty()) {
      return Optional.empty();
    }
    AidDocument.Content content = document.get().content();
    Optional<InputStream> bytes = files.stream(content.fileId(), who.authorityId());
    if (bytes.isPresent()) {
      opening.told(who, document.get());
    }
    return bytes.map(
        in -> new OpenedDocument(content.name(), content.mediaType(), content.bytes(), in));
  }
}
