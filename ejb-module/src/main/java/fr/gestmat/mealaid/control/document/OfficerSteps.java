package fr.gestmat.mealaid.control.document;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** The short transactions around an officer's upload. */
@ApplicationScoped
public class OfficerSteps {

  @Inject private DocumentRights rights;
  @Inject private DocumentIntake intake;

  /** An application that the officer may see. */
  @InTransaction(ofItsOwn = true)
  public Optional<AidApplication> find(Caller who, UUID application) {
    return rights.ofOfficer(who, application);
  }

  /** Keeps what was received, as the household's, if the application still takes it. */
  @InTransaction(ofItsOwn = true)
  public Optional<Answer<AidDocument>> keep(
      Caller who, UUID application, String kind, DocumentIntake.Received received)
      throws IOException {
    Optional<AidApplication> found = rights.ofOfficer(who, application);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    rights.hold(found.get());
    Optional<Refusal> closed = rights.paperRefusal(found.get(), kind);
    return Optional.of(
        closed.isPresent()
            ? Answer.refused(closed.get())
            : new Answer.Done<>(
                intake.keep(who, found.get(), Side.HOUSEHOLD, kind, received, true)));
  }
}
