package fr.gestmat.system.incontainer;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.entity.AidApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Hands in what an application holds by now, as sending it does. */
@ApplicationScoped
public class HandIn {

  @Inject private DocumentRows rows;
  @PersistenceContext private EntityManager entities;

  /** Of an application by its database id. */
  @InTransaction(ofItsOwn = true)
  public void of(long application) {
    rows.handIn(entities.find(AidApplication.class, application));
  }
}
