package fr.gestmat.mealaid.entity.statement;

/** How far a statement is. */
public enum StatementState {
  /** Computed; may be computed anew at any time. */
  DRAFT,
  /** The school looked at it. */
  CHECKED,
  /** Numbered; never changes any more. */
  FINAL
}
