package fr.gestmat.mealaid.control.source;

/** The sex of the civil register, which official sources ask for. */
public enum Sex {
  /** Féminin. */
  F,
  /** Masculin. */
  M
}
