package fr.gestmat.mealaid.control.retention;

/** What is removed. */
public enum PurgeKind {
  /** A draft that was never sent, whole. */
  DRAFT,
  /** The documents of a decided application. */
  DOCUMENTS,
  /** Everything of an application that tells of the family. */
  APPLICATION
}
