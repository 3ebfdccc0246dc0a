package fr.gestmat.mealaid.entity;

/** How an application came. */
public enum ApplicationOrigin {
  /** The family filled it in. */
  FAMILY,
  /** An agent did, for a family on paper or on the telephone. */
  AGENT
}
