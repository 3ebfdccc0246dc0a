package fr.gestmat.mealaid.control.scale;

/** What has to be known of a household before a scale can answer. */
public enum Missing {
  /** The quotient of CAF or MSA. */
  FAMILY_QUOTIENT,
  /** The reference tax income. */
  TAX_INCOME,
  /** The shares of the tax notice. */
  TAX_SHARES,
  /** The number of dependent children. */
  CHILDREN,
  /** The child's place among those at the canteen. */
  CHILD_RANK,
  /** Whether the RSA is received. */
  WELFARE,
  /** Whether the child holds a scholarship. */
  SCHOLARSHIP
}
