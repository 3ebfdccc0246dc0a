package fr.gestmat.mealaid.control.decision;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.entity.AidApplication;
import java.util.List;

/**
 * Something of a part of the aid that no decision may go before: an official source that has not
 * answered yet, a document that is not checked. Each part that knows one is a CDI bean of this.
 */
public interface DecisionBlock {

  /** What stands against any decision on this application now; empty if nothing does. */
  List<Refusal> blocks(AidApplication application);
}
