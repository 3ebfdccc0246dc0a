package fr.gestmat.mealaid.entity.source;

/** Of whom a source is asked. */
public enum Subject {
  /** The parent who applies. */
  APPLICANT,
  /** The other parent, of the same household: the child may be on that one's account alone. */
  OTHER_PARENT,
  /** The parent of the second household, who is asked about for that household's own part. */
  SECOND_HOUSEHOLD,
  /** The child of the application. */
  PUPIL
}
