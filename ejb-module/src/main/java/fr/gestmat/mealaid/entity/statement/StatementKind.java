package fr.gestmat.mealaid.entity.statement;

/** What a statement is for. */
public enum StatementKind {
  /** A school's aid of a term, with what earlier terms still owe; one for each school and term. */
  REGULAR,
  /** What has changed since the regular one was final; as many as are needed. */
  CORRECTION
}
