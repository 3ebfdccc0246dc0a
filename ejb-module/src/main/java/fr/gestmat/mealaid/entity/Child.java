package fr.gestmat.mealaid.entity;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The child of an application.
 *
 * @param pupilId the directory's pupil, once somebody confirmed who it is
 * @param familyName as the directory or the family writes it
 * @param givenName likewise
 * @param birthDate if known
 * @param schoolId school, if known
 */
public record Child(
    @Nullable Long pupilId,
    String familyName,
    String givenName,
    @Nullable LocalDate birthDate,
    @Nullable Long schoolId) {

  /** Stands in no plain name. */
  private static final String ON_THE_WORD_OF = "#";

  private static final int LONGEST_NAME = 120;

  /**
   * How a child that no feed knows is told from another: plain names and birth date. At most 300
   * ASCII characters.
   */
  public String key() {
    return plain(familyName) + "/" + plain(givenName) + "/" + (birthDate == null ? "" : birthDate);
  }

  /**
   * The same as long as only one account says who the child is: whatever a stranger names stands in
   * no family's way.
   */
  public String keyOf(long account) {
    return key() + ON_THE_WORD_OF + account;
  }

  /** Whether a key is that of a child of whom only one account says who it is. */
  static boolean isOnOneWord(String key) {
    return key.contains(ON_THE_WORD_OF);
  }

  private static String plain(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z0-9]+", " ")
            .strip();
    return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
  }
}
