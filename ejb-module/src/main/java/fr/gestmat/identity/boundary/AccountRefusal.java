package fr.gestmat.identity.boundary;

/** Why an account cannot be made or changed. */
public enum AccountRefusal {
  /** The name is missing or too long. */
  NAME,
  /** Not a login: 3 to 190 letters, digits, {@code . _ @ + -}. */
  LOGIN,
  /** Somebody has that login already. */
  LOGIN_TAKEN,
  /** Not an e-mail address. */
  EMAIL,
  /** The portal is none of the authority's. */
  PORTAL,
  /** The identifier in the portal is missing or too long. */
  SUBJECT,
  /** The portal's person has an account already. */
  SUBJECT_TAKEN,
  /** It is the last administrator who can sign on: nobody could give rights any more. */
  LAST_ADMINISTRATOR
}
