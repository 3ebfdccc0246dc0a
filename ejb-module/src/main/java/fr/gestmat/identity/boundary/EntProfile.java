package fr.gestmat.identity.boundary;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an ENT says a person is (national profiles of the SDET annex). It names, it gives no right:
 * some ENTs send the same profile for every member of staff.
 */
public enum EntProfile {
  /** Élève. */
  PUPIL,
  /** Responsable d'un élève. */
  GUARDIAN,
  /** Enseignant. */
  TEACHER,
  /** Direction. */
  HEAD,
  /** Vie scolaire. */
  SCHOOL_LIFE,
  /** Personnel administratif et technique. */
  STAFF,
  /** Services académiques. */
  ACADEMY,
  /** Documentaliste. */
  LIBRARIAN,
  /** Collectivité. */
  AUTHORITY;

  private static final String PREFIX = "NATIONAL_";
  private static final Map<String, EntProfile> BY_CODE =
      Map.ofEntries(
          Map.entry("ELV", PUPIL),
          Map.entry("TUT", GUARDIAN),
          Map.entry("ENS", TEACHER),
          Map.entry("DIR", HEAD),
          Map.entry("EVS", SCHOOL_LIFE),
          Map.entry("ETA", STAFF),
          Map.entry("ACA", ACADEMY),
          Map.entry("DOC", LIBRARIAN),
          Map.entry("COL", AUTHORITY),
          Map.entry("1", PUPIL),
          Map.entry("2", GUARDIAN),
          Map.entry("3", TEACHER),
          Map.entry("4", HEAD),
          Map.entry("5", SCHOOL_LIFE),
          Map.entry("6", STAFF),
          Map.entry("7", ACADEMY),
          Map.entry("8", LIBRARIAN),
          Map.entry("9", AUTHORITY));

  /** The profile of a code: {@code National_ELV} in any case, or the old {@code National_1}. */
  public static Optional<EntProfile> of(String code) {
    String upper = code.strip().toUpperCase(Locale.ROOT);
    return upper.startsWith(PREFIX)
        ? Optional.ofNullable(BY_CODE.get(upper.substring(PREFIX.length())))
        : Optional.empty();
  }
}
