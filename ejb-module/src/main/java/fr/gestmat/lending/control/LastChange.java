package fr.gestmat.lending.control;

import fr.gestmat.journal.entity.JournalEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Who changed something last, as the journal knows it, for whoever comes second. */
@ApplicationScoped
public class LastChange {

  @PersistenceContext private EntityManager entities;

  /** The latest line about a subject. */
  public Optional<JournalEntry> of(String subjectType, long subjectId) {
    return entities
        .createQuery(
            "select j from JournalEntry j where j.subjectType = :type and j.subjectId = :id"
                + " order by j.id desc",
            JournalEntry.class)
        .setParameter("type", subjectType)
        .setParameter("id", subjectId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
