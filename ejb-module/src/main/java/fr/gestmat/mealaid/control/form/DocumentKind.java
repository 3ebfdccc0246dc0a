package fr.gestmat.mealaid.control.form;

/** Documents that a campaign may ask for. */
public enum DocumentKind {
  /** Tax notice (avis d'impôt). */
  TAX_NOTICE,
  /** The one of who lives with the applicant. */
  PARTNER_TAX_NOTICE,
  /** Certificate of the family quotient. */
  QUOTIENT_CERTIFICATE,
  /** Notice that the child holds a scholarship of the State. */
  SCHOLARSHIP_NOTICE,
  /** Recent proof of resources. */
  RESOURCES_STATEMENT,
  /** Decision or agreement on the child's custody. */
  CUSTODY_DECISION,
  /** Decision that entrusts the child to the applicant. */
  ENTRUSTING_DECISION,
  /** Family record book. */
  FAMILY_RECORD,
  /** School certificate. */
  SCHOOL_CERTIFICATE,
  /** Identity card or passport: only a marked picture of it is kept, until the decision (M-G12). */
  IDENTITY_PAPER,
  /** Something else. */
  OTHER
}
