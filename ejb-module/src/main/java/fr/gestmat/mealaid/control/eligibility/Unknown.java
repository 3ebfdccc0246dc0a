package fr.gestmat.mealaid.control.eligibility;

/** What a rule has to know before it can answer. */
public enum Unknown {
  /** How the child eats at school. */
  BOARDING,
  /** On how many days. */
  MEALS,
  /** Whether the school is a collège. */
  COLLEGE,
  /** The level. */
  LEVEL,
  /** The sector of the school. */
  SECTOR,
  /** Where the family lives. */
  RESIDENCE,
  /** Which school it is. */
  SCHOOL,
  /** Who has the child. */
  CUSTODY,
  /** A figure of the household. */
  INCOME,
  /** The campaign's scale: there is none, or it has a hole. */
  SCALE
}
