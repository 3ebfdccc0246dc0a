package fr.gestmat.mealaid.entity.scale;

/** Whether the result of a scale is what the authority gives or what the family pays. */
public enum Sense {
  /** Given: it does not grow with the income. */
  AID,
  /** Left to pay: it does not fall with the income. */
  PRICE
}
