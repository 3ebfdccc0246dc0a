package fr.gestmat.mealaid.entity.source;

/** Whose file an answer comes from. */
public enum Provider {
  /** Caisse d'allocations familiales. */
  CNAF,
  /** Mutualité sociale agricole. */
  MSA,
  /** The ministry of education, for pupils. */
  MEN
}
