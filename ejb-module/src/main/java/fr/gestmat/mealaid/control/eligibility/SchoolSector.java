package fr.gestmat.mealaid.control.eligibility;

/** Who runs a school. */
public enum SchoolSector {
  /** The State. */
  PUBLIC,
  /** A private school under contract with the State. */
  PRIVATE_UNDER_CONTRACT,
  /** A private school without such a contract. */
  PRIVATE_WITHOUT_CONTRACT
}
