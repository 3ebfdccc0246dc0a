package fr.gestmat.mealaid.control.document;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.boundary.FileTooLargeException;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.filestore.control.Digests;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.Side;
import fr.gestmat.reports.attachment.Attachment;
import fr.gestmat.reports.attachment.AttachmentException;
import fr.gestmat.reports.attachment.AttachmentName;
import fr.gestmat.reports.attachment.AttachmentProblem;
import fr.gestmat.reports.attachment.HeicDecoder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a file in: received and made harmless outside of any transaction, as a telephone may take a
 * minute to send it, then kept in a short one.
 */
@ApplicationScoped
public class DocumentIntake {

  /** Documents of one application. */
  public static final int MOST_DOCUMENTS = 60;

  private final HeicDecoder heic = HeicDecoder.of(System.getenv());

  @Inject private FileStore store;
  @Inject private IdentityPapers identity;
  @Inject private SealedFiles sealed;
  @Inject private DocumentRows rows;
  @Inject private DocumentJournal journal;
  @Inject private Event<DocumentSent> sent;
  @Inject private Event<DocumentArrived> arrived;
  @Inject private Clock clock;

  /** A file of ours with what was received, made harmless. */
  public static final class Received implements AutoCloseable {

    private final List<Path> files;
    private final Attachment attachment;
    private Optional<Instant> cameAt = Optional.empty();

    private Received(List<Path> files, Attachment attachment) {
      this.files = files;
      this.attachment = attachment;
    }

    /** Says when it came on paper: it counts as handed in then. */
    public void cameAt(Instant at) {
      cameAt = Optional.of(at);
    }

    @Override
    public void close() throws IOException {
      remove(files);
    }
  }

  /**
   * Receives a file. Of an identity paper nothing but a marked picture is received.
   *
   * @param authorityId whom it is for
   * @param kind what it was asked for as
   * @param name as it was sent
   * @return why it is not taken; else to be closed by the caller
   */
  public Answer<Received> receive(long authorityId, String kind, String name, InputStream content)
      throws IOException {
    List<Path> files = new ArrayList<>();
    try {
      files.add(store.receive(content, Attachment.MOST_BYTES));
    } catch (FileTooLargeException e) {
      return refused(AttachmentProblem.TOO_LARGE);
    }
    boolean taken = false;
    try {
      files.add(store.newFile());
      Attachment attachment = Attachment.of(files.get(0), name, heic, files.get(1));
      if (IdentityPapers.KIND.equals(kind)) {
        files.add(store.newFile());
        attachment = attachment.marked(identity.mark(authorityId), files.get(2));
      }
      taken = true;
      return new Answer.Done<>(new Received(files, attachment));
    } catch (AttachmentException e) {
      return refused(e.problem());
    } finally {
      if (!taken) {
        remove(files);
      }
    }
  }

  private static void remove(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private static <T> Answer<T> refused(AttachmentProblem problem) {
    return Answer.refused(Refusal.of("document", "document" + problem.name()));
  }

  /**
   * Keeps what was received; it stands for what has to be sent again of its kind.
   *
   * @param handedIn whether officers see it at once
   */
  @InTransaction
  public AidDocument keep(
      Caller who,
      AidApplication application,
      Side side,
      String kind,
      Received received,
      boolean handedIn)
      throws IOException {
    Attachment attachment = received.attachment;
    String name = AttachmentName.distinct(attachment.name(), names(application));
    StoredFile file =
        sealed.keep(
            new FileOwner(application.authorityId(), schools(application), who.accountId()),
            new FileLabel(FilePurpose.AID_DOCUMENT, name, attachment.kind().mediaType()),
            attachment.content());
    AidDocument document =
        new AidDocument(
            application,
            kind,
            side,
            sender(who),
            new AidDocument.Content(
                file.publicId(),
                name,
                attachment.kind().mediaType(),
                Files.size(attachment.content()),
                attachment.pages(),
                Digests.of(attachment.content())),
            clock.instant());
    received.cameAt.filter(at -> handedIn).ifPresent(document::handIn);
    add(who, application, document, DocumentAction.DOCUMENT_SENT, handedIn);
    return document;
  }

  /**
   * Takes a document over from another application of the family, by reference (M-G16).
   *
   * @param side whose part of this application it belongs to
   * @param handedIn whether officers see it at once
   * @return empty if the file is gone meanwhile
   */
  @InTransaction
  public Optional<AidDocument> reuse(
      Caller who,
      AidApplication application,
      Side side,
      String kind,
      AidDocument from,
      boolean handedIn) {
    if (!sealed.hold(from.content().fileId(), from.authorityId())) {
      return Optional.empty();
    }
    AidDocument document =
        from.sharedWith(
            application,
            kind,
            side,
            sender(who),
            AttachmentName.distinct(from.content().name(), names(application)),
            clock.instant());
    add(who, application, document, DocumentAction.DOCUMENT_REUSED, handedIn);
    return Optional.of(document);
  }

  private void add(
      Caller who,
      AidApplication application,
      AidDocument document,
      DocumentAction action,
      boolean handedIn) {
    if (handedIn) {
      document.handIn(clock.instant());
    }
    rows.keep(document);
    rows.replaceSpoiled(document);
    journal.write(who, application, document, action);
    sent.fire(new DocumentSent());
    if (handedIn) {
      arrived.fire(new DocumentArrived(application, Objects.requireNonNull(document.handedInAt())));
    }
  }

  private List<String> names(AidApplication application) {
    return rows.of(application.id()).stream().map(d -> d.content().name()).toList();
  }

  private static AidDocument.Sender sender(Caller who) {
    return new AidDocument.Sender(who.accountId(), who.guardianId(), who.name());
  }

  private static Set<Long> schools(AidApplication application) {
    Long school = application.schoolId();
    return school == null ? Set.of() : Set.of(school);
  }
}
