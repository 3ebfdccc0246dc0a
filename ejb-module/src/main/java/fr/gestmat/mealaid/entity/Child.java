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

  /**
   * How a child that no feed knows is told from another: plain names and birth date. At most 300
   * ASCII characters.
   */
  public String key() {
    return plain(familyName) + "/" + plain(givenName) + "/" + (birthDate == null ? "" : birthDate);
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]+", " ")
        .strip();
  }
}
