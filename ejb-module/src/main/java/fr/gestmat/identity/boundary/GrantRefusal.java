package fr.gestmat.identity.boundary;

/** Why a right cannot be given or withdrawn. */
public enum GrantRefusal {
  /** No such role, or one that comes from the directory. */
  ROLE,
  /** No such school in the authority. */
  SCHOOL,
  /** The role holds on the whole authority only. */
  WHOLE_AUTHORITY_ONLY,
  /** The account has it already, there or on the whole authority. */
  HELD_ALREADY,
  /** It is the right of the last administrator who can sign on. */
  LAST_ADMINISTRATOR
}
