package fr.gestmat.mealaid.entity.scale;

/** The figure by which a scale finds the bracket of a household. */
public enum ScaleKind {
  /** The family quotient that CAF or MSA computes for a month; not to be confused with the next. */
  FAMILY_QUOTIENT,
  /** The reference tax income, with one column for each number of dependent children. */
  INCOME_BY_CHILDREN,
  /** The reference tax income divided by the tax shares. */
  INCOME_BY_SHARES;

  /** Whether brackets stand in columns, one for each number of children. */
  public boolean hasColumns() {
    return this == INCOME_BY_CHILDREN;
  }

  /** Whether the figure comes from a tax notice, which says the income of a whole year. */
  public boolean usesTaxIncome() {
    return this != FAMILY_QUOTIENT;
  }
}
