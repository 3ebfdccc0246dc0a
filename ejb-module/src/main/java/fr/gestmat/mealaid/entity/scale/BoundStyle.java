package fr.gestmat.mealaid.entity.scale;

/** Which bounds belong to their bracket: a property of the whole scale. */
public enum BoundStyle {
  /** "Plus de 410, jusqu'à 510 compris". */
  UPPER_INCLUDED,
  /** "À partir de 410 compris, moins de 510". */
  LOWER_INCLUDED,
  /** "De 410,01 à 510", both included, as tables are often printed. */
  BOTH_INCLUDED
}
