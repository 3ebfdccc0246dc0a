package fr.gestmat.mealaid.entity.source;

/** What an official source can be asked. */
public enum SourceKind {
  /**
   * The family quotient of the CAF or the MSA, which is not the one of the tax office: (yearly
   * income / 12 + benefits of the month) / parts. Asked about the parent who holds the account.
   */
  FAMILY_QUOTIENT,
  /** Whether a pupil is enrolled and holds a national scholarship. Asked about the pupil. */
  SCHOLARSHIP
}
