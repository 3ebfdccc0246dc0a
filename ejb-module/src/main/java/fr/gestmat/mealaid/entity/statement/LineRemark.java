package fr.gestmat.mealaid.entity.statement;

/** What a reader should know of a line's amount. */
public enum LineRemark {
  /** The child was in this school for a part of the term: counted by days. */
  PRORATED,
  /** The child does not eat at school: nothing to take off. */
  DAY_PUPIL
}
