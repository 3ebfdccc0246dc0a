package fr.gestmat.lending.entity;

/** Condition of a device as an agent grades it at a desk. */
public enum ConditionGrade {
  /** Never used. */
  NEW,
  /** Works, no damage worth a word. */
  GOOD,
  /** Works, marks of use. */
  WORN,
  /** Damaged: must be checked before it is lent again. */
  DAMAGED,
  /** A piece is missing: must be checked before it is lent again. */
  INCOMPLETE;

  /** Whether a device in this condition must be checked before it goes back to stock. */
  public boolean needsCheck() {
    return this == DAMAGED || this == INCOMPLETE;
  }
}
