package fr.gestmat.mealaid.control.source;

/** The number of an establishment of an organisation: 14 digits with a check digit (Luhn). */
public final class Siret {

  private static final int DIGITS = 14;

  private Siret() {}

  /** Whether it is 14 digits and the last one fits the others. */
  public static boolean isRight(String text) {
    if (!text.matches("[0-9]{14}") || text.matches("0+")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < DIGITS; i++) {
      int digit = text.charAt(i) - '0';
      int counted = i % 2 == 0 ? 2 * digit : digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
