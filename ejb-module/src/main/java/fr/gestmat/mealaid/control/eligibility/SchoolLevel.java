package fr.gestmat.mealaid.control.eligibility;

import java.util.Optional;

/** The level of a pupil, from the first year of collège on. */
public enum SchoolLevel {
  /** 6e, the first year of collège. */
  SIXTH,
  /** 5e. */
  FIFTH,
  /** 4e. */
  FOURTH,
  /** 3e, the last year of collège; some lycées have one too. */
  THIRD,
  /** 2de, the first year of lycée. */
  SECOND,
  /** 1re. */
  FIRST,
  /** Terminale. */
  FINAL;

  /**
   * The level that the code of a directory says (MEF, 11 digits; its first three are the training).
   *
   * @return empty if the code is of no level of collège that is known here
   */
  public static Optional<SchoolLevel> ofMef(String code) {
    if (code.length() < 3) {
      return Optional.empty();
    }
    return switch (code.substring(0, 3)) {
      case "100", "164" -> Optional.of(SIXTH);
      case "101", "165" -> Optional.of(FIFTH);
      case "102", "166" -> Optional.of(FOURTH);
      case "103", "167" -> Optional.of(THIRD);
      default -> Optional.empty();
    };
  }
}
