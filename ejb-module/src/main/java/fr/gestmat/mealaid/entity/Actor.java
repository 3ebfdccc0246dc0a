package fr.gestmat.mealaid.entity;

/** In whose name something happens to an application. */
public enum Actor {
  /** The parents who apply. */
  FAMILY,
  /** The bursary of the child's school. */
  SCHOOL,
  /** Whoever reviews and decides for the authority. */
  OFFICER,
  /** The product by itself: automatic decisions, planned work. */
  SYSTEM
}
