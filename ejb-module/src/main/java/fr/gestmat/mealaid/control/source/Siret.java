package fr.gestmat.mealaid.control.source;

import fr.gestmat.reports.barcode.CheckDigits;

/** The number of an establishment of an organisation: 14 digits with a check digit (Luhn). */
public final class Siret {

  private static final int LAST = 13;

  private Siret() {}

  /** Whether it is 14 digits and the last one fits the others. */
  public static boolean isRight(String text) {
    return text.matches("[0-9]{14}")
        && !text.matches("0+")
        && text.charAt(LAST) == CheckDigits.luhn(text.substring(0, LAST));
  }
}
