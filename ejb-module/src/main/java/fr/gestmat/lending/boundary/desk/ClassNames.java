package fr.gestmat.lending.boundary.desk;

import java.util.Comparator;

/**
 * The order in which people look for a class: numbers in names count as numbers, 2DE2 before 2DE10.
 */
final class ClassNames {

  static final Comparator<String> ORDER =
      Comparator.comparing(ClassNames::key).thenComparing(Comparator.naturalOrder());

  private static final int WIDEST = 10;

  private ClassNames() {}

  private static String key(String name) {
    StringBuilder key = new StringBuilder();
    StringBuilder digits = new StringBuilder();
    for (char c : name.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
      if (Character.isDigit(c)) {
        digits.append(c);
      } else {
        pad(key, digits);
        key.append(c);
      }
    }
    pad(key, digits);
    return key.toString();
  }

  private static void pad(StringBuilder key, StringBuilder digits) {
    if (!digits.isEmpty()) {
      key.append("0".repeat(Math.max(0, WIDEST - digits.length()))).append(digits);
      digits.setLength(0);
    }
  }
}
