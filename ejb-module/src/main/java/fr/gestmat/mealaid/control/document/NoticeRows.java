package fr.gestmat.mealaid.control.document;

import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.ReadNotice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was read of tax notices. */
@ApplicationScoped
public class NoticeRows {

  @PersistenceContext private EntityManager entities;

  /** What was read of these documents, by document. */
  Map<Long, ReadNotice> of(Collection<Long> documents) {
    return documents.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "select n from ReadNotice n where n.documentId in :documents", ReadNotice.class)
            .setParameter("documents", documents)
            .getResultStream()
            .collect(Collectors.toMap(ReadNotice::documentId, Function.identity()));
  }

  void replace(AidDocument document, ReadNotice row) {
    entities
        .createQuery("delete from ReadNotice n where n.documentId = :document")
        .setParameter("document", document.id())
        .executeUpdate();
    entities.persist(row);
  }

  /** Applications of a campaign, other than one, with a notice of the same number and reference. */
  List<Long> othersWith(byte[] useKey, long campaignId, long applicationId) {
    return entities
        .createQuery(
            "select distinct d.applicationId from ReadNotice n, AidDocument d"
                + " where n.documentId = d.id and n.campaignId = :campaign and n.useKey = :key"
                + " and d.applicationId <> :application and d.replacedById is null",
            Long.class)
        .setParameter("campaign", campaignId)
        .setParameter("key", useKey)
        .setParameter("application", applicationId)
        .getResultList();
  }
}
