package fr.gestmat.mealaid.entity.scale;

/** What, beside the figure, a household must fulfil for a bracket to be its own. */
public enum ConditionKind {
  /** Nothing. */
  NONE,
  /** Receives the RSA (revenu de solidarité active). */
  WELFARE,
  /** The child holds a scholarship of the State. */
  SCHOLARSHIP,
  /** The child is the n-th of the family at the canteen, or a later one. */
  CHILD_RANK,
  /** The household has n dependent children or more. */
  CHILDREN;

  /** Whether it goes with a number. */
  public boolean isNumbered() {
    return this == CHILD_RANK || this == CHILDREN;
  }
}
