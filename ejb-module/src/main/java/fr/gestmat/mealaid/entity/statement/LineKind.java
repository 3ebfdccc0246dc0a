package fr.gestmat.mealaid.entity.statement;

/** Why a line stands in a statement. */
public enum LineKind {
  /** The aid of the statement's own term. */
  DUE,
  /** The aid of an earlier term that was never paid: granted late, or after an appeal. */
  ARREARS,
  /** Takes back what was paid and has changed; a {@link #REPLACED} line follows. */
  CANCELLED,
  /** What is due instead. */
  REPLACED,
  /** Takes back what is not due any more. */
  RECOVERY,
  /** Takes off what an earlier statement could not recover. */
  CARRIED_IN,
  /** Lifts the statement to zero: what it could not recover goes to the next. */
  CARRIED_OUT;

  /** Whether it says what a child has, rather than takes something back. */
  public boolean gives() {
    return this == DUE || this == ARREARS || this == REPLACED;
  }
}
