package fr.gestmat.mealaid.control.taxnotice;

/** What can be said of a code. Only {@link #AUTHENTIC} is a proof. */
public enum Authenticity {
  /** Signed by a certificate that the State's list vouches for. */
  AUTHENTIC,
  /** The certificate is known and the signature is not its own: the code was changed or misread. */
  WRONG_SIGNATURE,
  /** We do not have the certificate, or no longer trust it: nothing can be said. */
  UNKNOWN_CERTIFICATE
}
