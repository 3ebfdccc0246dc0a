package fr.gestmat.mealaid.entity.document;

/** Whose part of an application a document belongs to. */
public enum Side {
  /** Who applied, and who lives with them. */
  HOUSEHOLD,
  /** A parent who lives elsewhere: nobody else of the family sees it. */
  SEPARATED
}
