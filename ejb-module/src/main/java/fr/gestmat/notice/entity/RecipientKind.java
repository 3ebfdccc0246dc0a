package fr.gestmat.notice.entity;

/** What the directory knows a person as who is told something. */
public enum RecipientKind {
  /** The pupil, with the address of the account. */
  PUPIL,
  /** Somebody responsible for the pupil. */
  GUARDIAN,
  /**
   * Somebody whom a component names, in the directory or not: nobody else of the family is told.
   */
  PERSON
}
