package fr.gestmat.mealaid.control.document;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.document.AidDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What somebody gave for one child and may use for another. */
@ApplicationScoped
public class FamilyReuse {

  private static final int MOST = 40;

  @PersistenceContext private EntityManager entities;

  /**
   * Documents of a kind that the caller sent for other applications of the same campaign, one for
   * each file, the newest first. Only one's own: what the other parent sent is theirs.
   */
  @InTransaction
  public List<AidDocument> reusable(Caller who, AidApplication application, String kind) {
    Map<UUID, AidDocument> byFile = new HashMap<>();
    List<AidDocument> found =
        entities
            .createQuery(
                "select d from AidDocument d, AidApplication a where d.applicationId = a.id"
                    + " and a.campaignId = :campaign and a.authorityId = :authority"
                    + " and d.applicationId <> :application and d.kind = :kind"
                    + " and (d.sentByAccount = :account"
                    + " or (d.sentByGuardian is not null and d.sentByGuardian = :guardian))"
                    + " and d.replacedById is null order by d.id desc",
                AidDocument.class)
            .setParameter("campaign", application.campaignId())
            .setParameter("authority", application.authorityId())
            .setParameter("application", application.id())
            .setParameter("kind", kind)
            .setParameter("account", who.accountId())
            .setParameter("guardian", who.guardianId() == null ? -1L : who.guardianId())
            .setMaxResults(MOST)
            .getResultList();
    return found.stream()
        .filter(document -> !document.scan().asksAgain())
        .filter(document -> byFile.putIfAbsent(document.content().fileId(), document) == null)
        .toList();
  }
}
