package fr.gestmat.identity.boundary;

/** Why a password cannot be taken (CNIL recommendation 2022-100: length over composition). */
public enum PasswordRefusal {
  /** The present password is not the one typed. */
  WRONG_PRESENT_PASSWORD,
  /** Less than 12 characters. */
  TOO_SHORT,
  /** More than 128 characters. */
  TOO_LONG,
  /** Fewer than five different characters, or a run like 123456789. */
  TOO_SIMPLE,
  /** Holds the login, the person's name or the product's. */
  GUESSABLE,
  /** The second typing differs from the first. */
  NOT_REPEATED
}
