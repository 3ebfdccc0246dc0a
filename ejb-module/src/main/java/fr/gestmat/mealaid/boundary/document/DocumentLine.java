package fr.gestmat.mealaid.boundary.document;

import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.ScanState;
import java.time.Instant;
import java.util.UUID;

/**
 * A document in a list.
 *
 * @param id public id
 * @param kind what it was asked for as
 * @param name for people, always shown escaped
 * @param mediaType what the bytes are
 * @param bytes size
 * @param pages its pages
 * @param sentAt when
 * @param sentBy by whom
 * @param scan what the scanner says
 * @param reading whether the code of a tax notice is still being looked for
 * @param handedIn whether it went to the authority
 * @param mayOpen whether the reader may open it now
 * @param mayRemove whether the reader may take it away
 */
public record DocumentLine(
    UUID id,
    String kind,
    String name,
    String mediaType,
    long bytes,
    int pages,
    Instant sentAt,
    String sentBy,
    ScanState scan,
    boolean reading,
    boolean handedIn,
    boolean mayOpen,
    boolean mayRemove) {

  static DocumentLine of(AidDocument document, boolean mayOpen, boolean mayRemove) {
    AidDocument.Content content = document.content();
    return new DocumentLine(
        document.publicId(),
        document.kind(),
        content.name(),
        content.mediaType(),
        content.bytes(),
        content.pages(),
        document.sentAt(),
        document.sender().name(),
        document.scan(),
        document.toRead(),
        document.handedInAt() != null,
        mayOpen,
        mayRemove);
  }
}
