package fr.gestmat.journal.boundary;

import fr.gestmat.journal.control.RequestId;
import fr.gestmat.journal.entity.JournalEntry;
import fr.gestmat.journal.entity.JournalEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * The append-only journal. A line is written in the caller's transaction: what is rolled back was
 * never said, and what is committed is always said.
 */
@ApplicationScoped
public class Journal {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** Writes one line, now; costs one INSERT at commit. Needs a transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void write(JournalEvent event) {
    entities.persist(new JournalEntry(event, clock.instant(), RequestId.current()));
  }
}
