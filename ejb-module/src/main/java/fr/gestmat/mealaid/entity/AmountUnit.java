package fr.gestmat.mealaid.entity;

/** What an amount of aid is for; always for one child. */
public enum AmountUnit {
  /** A part of the price, in percent. */
  RATE,
  /** Euros for each meal. */
  PER_MEAL,
  /** Euros for each term. */
  PER_TERM,
  /** Euros for the school year. */
  PER_YEAR
}
