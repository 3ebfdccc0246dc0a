package fr.gestmat.mealaid.control.eligibility;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a child learns, as the directory and the authority know it; what neither of them says is
 * unknown.
 *
 * @param uai code of the school
 * @param name its name
 * @param type its type as the feed words it, such as "COLLEGE PRIVE SOUS CONTRAT"; may be empty
 * @param kept sector that the authority itself wrote down
 * @param outside whether the authority says that it is outside of the département
 * @param mef code of the child's level; may be empty
 */
public record Schooling(
    String uai,
    String name,
    String type,
    Optional<SchoolSector> kept,
    boolean outside,
    String mef) {

  /** Whether it is a collège: by its type, else by its name. */
  public Optional<Boolean> college() {
    return college(type).or(() -> college(name));
  }

  /** A text that names both, as a "cité scolaire" does, says nothing of this child. */
  private static Optional<Boolean> college(String text) {
    String plain = plain(text);
    boolean college = plain.contains("COLLEGE") || plain.contains("CLG");
    boolean lycee = plain.contains("LYCEE");
    return college == lycee ? Optional.empty() : Optional.of(college);
  }

  /**
   * Who runs it: the authority's word, else the feed's. A private school whose contract nobody
   * tells is of an unknown sector.
   */
  public Optional<SchoolSector> sector() {
    if (kept.isPresent() || type.isBlank()) {
      return kept;
    }
    String plain = plain(type);
    if (!plain.contains("PRIV")) {
      return Optional.of(SchoolSector.PUBLIC);
    }
    if (plain.contains("HORS CONTRAT") || plain.contains("SANS CONTRAT")) {
      return Optional.of(SchoolSector.PRIVATE_WITHOUT_CONTRACT);
    }
    return plain.contains("SOUS CONTRAT")
        ? Optional.of(SchoolSector.PRIVATE_UNDER_CONTRACT)
        : Optional.empty();
  }

  /** The child's level, if the code says one of collège. */
  public Optional<SchoolLevel> level() {
    return SchoolLevel.ofMef(mef);
  }

  /** What is known, with where the child learns. */
  public Facts addTo(Facts facts) {
    return facts.learning(college(), level(), sector()).at(Optional.of(uai), Optional.of(!outside));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toUpperCase(Locale.ROOT);
  }
}
