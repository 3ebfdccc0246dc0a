package fr.gestmat.mealaid.entity.source;

/** Whether a pupil holds a national scholarship, as far as the ministry knows. */
public enum ScholarshipStatus {
  /** Yes, which is reliable at any time. */
  GRANTED,
  /** No, said after mid-October. */
  NOT_GRANTED,
  /** Nothing can be concluded: said too early in the school year, or not at all. */
  UNKNOWN
}
