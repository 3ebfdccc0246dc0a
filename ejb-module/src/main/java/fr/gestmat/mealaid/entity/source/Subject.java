package fr.gestmat.mealaid.entity.source;

/** Of whom a source is asked. */
public enum Subject {
  /** The parent who applies. */
  APPLICANT,
  /** The other parent: the child may be on that one's account alone. */
  OTHER_PARENT,
  /** The child of the application. */
  PUPIL
}
