package fr.gestmat.lending.entity;

import java.text.Collator;
import java.util.Locale;

/**
 * An accessory and how many of it.
 *
 * @param name what it is called, at most 80 characters
 * @param quantity 1 to 20
 */
public record ExpectedAccessory(String name, int quantity) {

  /** Whether both are the same thing: names are compared without case or accents, as stored. */
  public boolean isSameAs(String otherName) {
    Collator letters = Collator.getInstance(Locale.FRENCH);
    letters.setStrength(Collator.PRIMARY);
    return letters.compare(name, otherName) == 0;
  }
}
