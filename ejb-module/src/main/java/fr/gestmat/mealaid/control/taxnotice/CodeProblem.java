package fr.gestmat.mealaid.control.taxnotice;

/** Why a code cannot be read as a 2D-Doc. */
public enum CodeProblem {
  /** It is another code. */
  NO_2D_DOC,
  /** A version that we do not know, or a header in binary form. */
  NOT_SUPPORTED,
  /** Its header is not what the version says. */
  HEADER,
  /** A field is cut off, too short, one that we do not know, or of letters that no code has. */
  FIELD,
  /** It has no signature, or one that is no Base32. */
  SIGNATURE,
  /** A field that this type of document must have is not there. */
  INCOMPLETE
}
