package fr.gestmat.identity.control;

import fr.gestmat.identity.boundary.PasswordRefusal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which passwords are good enough (CNIL recommendation 2022-100, with lock-out after failures). */
public final class PasswordRules {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;
  private static final int DIFFERENT = 5;
  private static final int WORD = 4;

  private PasswordRules() {}

  /**
   * Everything that is wrong with a password, empty if it is good.
   *
   * @param password what the person chose
   * @param login the login of the account
   * @param name the person's name
   */
  public static Set<PasswordRefusal> judge(String password, String login, String name) {
    Set<PasswordRefusal> refusals = EnumSet.noneOf(PasswordRefusal.class);
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      refusals.add(PasswordRefusal.TOO_SHORT);
    }
    if (length > LONGEST) {
      refusals.add(PasswordRefusal.TOO_LONG);
    }
    if (password.codePoints().distinct().count() < DIFFERENT || isRun(password)) {
      refusals.add(PasswordRefusal.TOO_SIMPLE);
    }
    String plain = plain(password);
    boolean holdsAName =
        Stream.concat(Stream.of("gestmat", "motdepasse", "password"), words(login, name))
            .anyMatch(plain::contains);
    if (holdsAName) {
      refusals.add(PasswordRefusal.GUESSABLE);
    }
    return refusals;
  }

  private static Stream<String> words(String login, String name) {
    return Arrays.stream((plain(login) + " " + plain(name)).split("[^a-z0-9]+"))
        .filter(word -> word.length() >= WORD);
  }

  private static boolean isRun(String password) {
    int[] points = password.codePoints().toArray();
    int steps = 0;
    for (int i = 1; i < points.length; i++) {
      if (Math.abs(points[i] - points[i - 1]) <= 1) {
        steps++;
      }
    }
    return points.length > 1 && steps >= points.length - 2;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
