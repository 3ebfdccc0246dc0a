package fr.gestmat.directory.entity;

/**
 * The code of a French school: seven digits and a letter that is computed from them ({@code
 * ABCDEFGHJKLMNPRSTUVWXYZ}[number mod 23]). A wrong letter is worth a warning, never a rejection
 * (DOMAIN.md section 1).
 */
public final class Uai {

  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

  private Uai() {}

  /** Whether the text is seven digits and a capital letter. */
  public static boolean isShaped(String text) {
    return text.matches("[0-9]{7}[A-Z]");
  }

  /** Whether the letter is the one that the digits ask for; the text must be shaped. */
  public static boolean hasRightLetter(String uai) {
    return uai.charAt(7) == letter(Integer.parseInt(uai.substring(0, 7)));
  }

  /** The letter of a number of at most seven digits. */
  public static char letter(int number) {
    return LETTERS.charAt(number % LETTERS.length());
  }
}
