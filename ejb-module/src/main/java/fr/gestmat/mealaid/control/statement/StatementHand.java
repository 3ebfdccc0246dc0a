package fr.gestmat.mealaid.control.statement;

import fr.gestmat.access.Caller;

/**
 * Who does something to statements, for the journal.
 *
 * @param authorityId authority
 * @param accountId account
 * @param name the person's name
 */
public record StatementHand(long authorityId, long accountId, String name) {

  /** The caller of a use case. */
  public static StatementHand of(Caller caller) {
    return new StatementHand(caller.authorityId(), caller.accountId(), caller.name());
  }
}
