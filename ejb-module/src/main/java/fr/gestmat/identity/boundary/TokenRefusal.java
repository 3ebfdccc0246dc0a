package fr.gestmat.identity.boundary;

/** Why a token cannot be made. */
public enum TokenRefusal {
  /** The purpose is missing or longer than 160 characters. */
  PURPOSE,
  /** No right was chosen, or one that the account does not hold. */
  RIGHTS,
  /** It must expire, after a year at most. */
  LIFE,
  /** Somebody else signs on with the account: what the token does would pass for their work. */
  SOMEBODY_ELSE
}
