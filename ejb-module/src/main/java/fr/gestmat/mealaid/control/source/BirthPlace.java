package fr.gestmat.mealaid.control.source;

import java.util.Optional;

/**
 * Where somebody was born, by the codes of the official geographic code (COG).
 *
 * @param country five digits that begin with 99; France is 99100
 * @param commune code of the commune, for who was born in France
 * @param communeName its name, where the code is not known; goes with the département
 * @param department code of the département, where the commune's code is not known
 */
public record BirthPlace(
    String country,
    Optional<String> commune,
    Optional<String> communeName,
    Optional<String> department) {

  /** The code of France. */
  public static final String FRANCE = "99100";

  /** A commune of France by its code. */
  public static BirthPlace commune(String code) {
    return new BirthPlace(FRANCE, Optional.of(code), Optional.empty(), Optional.empty());
  }

  /** A commune of France by its name and its département; needs the whole birth date. */
  public static BirthPlace named(String name, String department) {
    return new BirthPlace(FRANCE, Optional.empty(), Optional.of(name), Optional.of(department));
  }

  /** Another country. */
  public static BirthPlace abroad(String country) {
    return new BirthPlace(country, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether it is in France. */
  public boolean inFrance() {
    return country.equals(FRANCE);
  }
}
