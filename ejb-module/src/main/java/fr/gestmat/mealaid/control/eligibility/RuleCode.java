package fr.gestmat.mealaid.control.eligibility;

/** The rules that a campaign may use, in the order in which they are told. */
public enum RuleCode {
  /** The child eats at school. */
  HALF_BOARD,
  /** On enough days of the week. */
  MEALS,
  /** In a collège: the 3e of a lycée is not one. */
  COLLEGE,
  /** At a level between two. */
  GRADE,
  /** In a school of an admitted sector. */
  SECTOR,
  /** The family lives in the département. */
  RESIDENCE,
  /** The school is in the département, or on the list of those outside that are admitted. */
  SCHOOL,
  /** The applicant has the child in effective custody. */
  CUSTODY,
  /** The income is within the scale. */
  INCOME
}
