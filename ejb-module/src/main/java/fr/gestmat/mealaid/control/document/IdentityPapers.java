package fr.gestmat.mealaid.control.document;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.form.DocumentKind;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.document.AidDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Copies of identity cards and passports, which are worth stealing (M-G12). A campaign may ask for
 * one. What is kept is a picture that says what it is for, never the file that was sent; it goes at
 * the decision, for which it was asked, and it is in no archive that leaves the product.
 */
@ApplicationScoped
public class IdentityPapers {

  /** Their kind. */
  static final String KIND = DocumentKind.IDENTITY_PAPER.name();

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  @PersistenceContext private EntityManager entities;
  @Inject private DocumentRows documents;
  @Inject private DocumentJournal journal;
  @Inject private AuthorityTime time;

  /** What stands across a copy that comes today: its purpose, for whom, and the day. */
  @InTransaction
  public String mark(long authorityId) {
    return "Copie pour l\u2019aide à la cantine, "
        + time.name(authorityId)
        + ", "
        + time.today(authorityId).format(DAY);
  }

  /**
   * Removes those of an application, replaced ones too; to be called in the transaction that
   * decides or ends it. One that a brother's or sister's application uses stays there until its own
   * decision.
   *
   * @param by whose doing it is
   */
  @InTransaction
  public void removeFrom(AidApplication application, String by) {
    List<AidDocument> papers =
        entities
            .createQuery(
                "select d from AidDocument d where d.applicationId = :application"
                    + " and d.kind = :kind order by d.id",
                AidDocument.class)
            .setParameter("application", application.id())
            .setParameter("kind", KIND)
            .getResultList();
    for (AidDocument paper : papers) {
      journal.write(by, application, paper, DocumentAction.IDENTITY_PAPER_REMOVED);
      documents.remove(paper);
    }
  }
}
