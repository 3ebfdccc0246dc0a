package fr.gestmat.mealaid.entity.source;

/**
 * Whether the pupil is among the children of an account of the CAF or the MSA. A child lives on one
 * parent's account unless both share the benefits: none of these refuses an aid.
 */
public enum ChildFound {
  /** Same birth date, same first name. */
  FOUND,
  /** Same birth date, first name that begins alike: spelling differs. */
  FOUND_CLOSE,
  /** Several that it might be, or the same first name at another date: a person looks. */
  UNSURE,
  /** None; it proves nothing. */
  ABSENT
}
