package fr.gestmat.mealaid.control.document;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.entity.document.AidDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** The short transactions around a long upload. */
@ApplicationScoped
public class FamilySteps {

  @PersistenceContext private EntityManager entities;
  @Inject private DocumentRights rights;
  @Inject private DocumentRows rows;
  @Inject private DocumentIntake intake;
  @Inject private FamilyReuse sharing;
  @Inject private DocumentJournal journal;

  /** Before a file is received: empty if there is no such application; inside, why it can't be. */
  @InTransaction(ofItsOwn = true)
  public Optional<Optional<Refusal>> admit(Caller who, UUID application, String kind) {
    return rights.ofFamily(who, application).map(place -> rights.refusal(place, kind));
  }

  /** Keeps what was received, if the application still takes it. */
  @InTransaction(ofItsOwn = true)
  public Optional<Answer<AidDocument>> keep(
      Caller who, UUID application, String kind, DocumentIntake.Received received)
      throws IOException {
    return ifTaken(
        who,
        application,
        kind,
        place ->
            Optional.of(
                intake.keep(
                    who, place.application(), place.side(), kind, received, place.handedIn())));
  }

  /**
   * Uses a document of another application here too, if this one still takes it; empty as well if
   * there is no such document.
   */
  @InTransaction
  public Optional<Answer<AidDocument>> reuse(
      Caller who, UUID application, String kind, UUID document) {
    return ifTaken(
        who,
        application,
        kind,
        place ->
            sharing.reusable(who, place.application(), kind).stream()
                .filter(candidate -> candidate.publicId().equals(document))
                .findFirst()
                .flatMap(
                    candidate ->
                        intake.reuse(
                            who,
                            place.application(),
                            place.side(),
                            kind,
                            candidate,
                            place.handedIn())));
  }

  private interface Giving<X extends Exception> {
    Optional<AidDocument> at(DocumentRights.Place place) throws X;
  }

  /** Holds the application and gives it a document, if it takes one of this kind then. */
  private <X extends Exception> Optional<Answer<AidDocument>> ifTaken(
      Caller who, UUID application, String kind, Giving<X> giving) throws X {
    Optional<DocumentRights.Place> place = rights.ofFamily(who, application);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    rights.hold(place.get().application());
    Optional<Refusal> refusal = rights.refusal(place.get(), kind);
    if (refusal.isPresent()) {
      return Optional.of(Answer.refused(refusal.get()));
    }
    return giving.at(place.get()).map(Answer.Done::new);
  }

  /** Takes a document away. */
  @InTransaction
  public Optional<Answer<UUID>> remove(Caller who, UUID id) {
    Optional<AidDocument> document = rights.seenByFamily(who, id);
    if (document.isEmpty()) {
      return Optional.empty();
    }
    entities.lock(document.get(), LockModeType.PESSIMISTIC_WRITE);
    if (!document.get().isStillTheirs()) {
      return Optional.of(DocumentRights.handedIn());
    }
    rows.applicationOf(document.get())
        .ifPresent(
            application ->
                journal.write(who, application, document.get(), DocumentAction.DOCUMENT_REMOVED));
    rows.remove(document.get());
    return Optional.of(new Answer.Done<>(id));
  }
}
