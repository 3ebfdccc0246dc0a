package fr.gestmat.access;

/** What an authority offers through the product. One that it does not run looks like nothing. */
public enum Offering {
  /** Lends devices to pupils. */
  LENDING,
  /** Helps families to pay the canteen. */
  MEAL_AID
}
