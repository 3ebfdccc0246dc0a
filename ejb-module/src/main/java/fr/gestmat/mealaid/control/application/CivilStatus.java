package fr.gestmat.mealaid.control.application;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the directory knows of a parent's civil status, as a beginning of the form's answers. */
public final class CivilStatus {

  private CivilStatus() {}

  /**
   * Adds what is known. The directory has the name in use only; the form asks to correct it.
   *
   * @param title as the feed writes it
   */
  public static void put(
      Map<String, String> answers,
      @Nullable Object title,
      @Nullable Object familyName,
      @Nullable Object givenName) {
    sex(title).ifPresent(sex -> answers.put("holderSex", sex));
    text(familyName).ifPresent(name -> answers.put("holderBirthName", name));
    text(givenName).ifPresent(name -> answers.put("holderGivenNames", name));
  }

  private static Optional<String> sex(@Nullable Object title) {
    return text(title)
        .map(written -> written.toUpperCase(Locale.ROOT).replace(".", ""))
        .flatMap(
            written ->
                switch (written) {
                  case "M", "MR", "MONSIEUR" -> Optional.of("M");
                  case "MME", "MLLE", "MADAME", "MADEMOISELLE" -> Optional.of("F");
                  default -> Optional.empty();
                });
  }

  private static Optional<String> text(@Nullable Object value) {
    return value instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }
}
