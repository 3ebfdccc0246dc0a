package fr.gestmat.lending.control;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * The code of a loan agreement as its pages carry it: two letters that say which page it is, a
 * dash, ten random characters and one that guards them against a misreading.
 *
 * @param page which page carries it
 * @param value the eleven characters that the agreement is known by
 */
public record AgreementCode(Page page, String value) {

  /** Characters of a code without the letters of its page. */
  public static final int LENGTH = 11;

  /**
   * No I, L, O, U: nobody types a one for an l (Crockford's base 32). No Z either: with 31
   * characters, a prime, the check tells each from each.
   */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Which page carries a code. */
  public enum Page {
    /** A page of the text. */
    TEXT("CV"),
    /** The page where the agreement is signed. */
    SIGNATURE("CS"),
    /** The receipt of a return. */
    RECEIPT("CR");

    private final String letters;

    Page(String letters) {
      this.letters = letters;
    }
  }

  /** A new code; 49 random bits, so that nobody guesses one. */
  public static String next() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 1; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.append(check(code)).toString();
  }

  /** What the barcode of a page holds. */
  public static String on(Page page, String value) {
    return page.letters + "-" + value;
  }

  /** The agreement's code in a scanned code in normal form; empty if it is none. */
  public static Optional<AgreementCode> read(String normal) {
    for (Page page : Page.values()) {
      if (normal.length() == LENGTH + 3 && normal.startsWith(page.letters + "-")) {
        String value = normal.substring(3);
        String random = value.substring(0, LENGTH - 1);
        boolean ours =
            random.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && value.charAt(LENGTH - 1) == check(random);
        return ours ? Optional.of(new AgreementCode(page, value)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A weighted sum modulo 31, a prime: finds every wrong character and every swap of two. */
  private static char check(CharSequence random) {
    int sum = 0;
    for (int i = 0; i < random.length(); i++) {
      sum += (i + 1) * ALPHABET.indexOf(random.charAt(i));
    }
    return ALPHABET.charAt(sum % ALPHABET.length());
  }
}
