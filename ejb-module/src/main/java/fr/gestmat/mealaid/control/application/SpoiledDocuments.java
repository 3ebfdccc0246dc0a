package fr.gestmat.mealaid.control.application;

import fr.gestmat.mealaid.control.document.DocumentSpoiled;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.ScanState;
import fr.gestmat.mealaid.entity.document.Side;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes to a family whose document can't be kept, as it may have left the page before the scanner
 * said so. A separated parent sees it on the own page: nothing of it is told to the applicant.
 */
@ApplicationScoped
public class SpoiledDocuments {

  /** While a document still changes something. */
  private static final Set<ApplicationState> LIVE =
      EnumSet.of(
          ApplicationState.DRAFT,
          ApplicationState.SUBMITTED,
          ApplicationState.IN_REVIEW,
          ApplicationState.TO_COMPLETE);

  @Inject private AidMails mails;

  void tell(@Observes DocumentSpoiled told) {
    AidApplication application = told.application();
    AidDocument document = told.document();
    if (document.side() == Side.HOUSEHOLD && LIVE.contains(application.state())) {
      mails.tell(
          application,
          NoticeKind.AID_DOCUMENT_AGAIN,
          "aid-document-" + document.id(),
          Map.of(
              "child",
              application.child().givenName(),
              "file",
              document.content().name(),
              "reason",
              document.scan() == ScanState.INFECTED
                  ? "l'antivirus y a trouvé un virus. Envoyez une autre photo ou un autre fichier."
                  : "nous n'arrivons plus à le lire."));
    }
  }
}
