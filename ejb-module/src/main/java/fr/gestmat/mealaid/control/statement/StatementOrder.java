package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.Term;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import java.util.Comparator;
import java.util.List;

/**
 * A statement to be computed.
 *
 * @param kind what for
 * @param term the term, 1 to 3
 * @param schoolId the school
 * @param terms the campaign's terms
 */
public record StatementOrder(StatementKind kind, int term, long schoolId, List<Term> terms) {

  /** Copies the terms. */
  public StatementOrder {
    terms = List.copyOf(terms);
  }

  /** The terms up to the statement's own, the earlier first. */
  List<Term> concerned() {
    return terms.stream()
        .filter(one -> one.number() <= term)
        .sorted(Comparator.comparingInt(Term::number))
        .toList();
  }
}
