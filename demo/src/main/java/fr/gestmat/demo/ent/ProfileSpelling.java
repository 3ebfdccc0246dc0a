package fr.gestmat.demo.ent;

import java.util.Locale;

/** The ways in which real portals spell the national profile of a person. */
public enum ProfileSpelling {
  /** {@code National_ELV}. */
  LETTERS("National_ELV"),
  /** {@code national_elv}. */
  LOWER_CASE("national_elv"),
  /** {@code NATIONAL_ELV}. */
  UPPER_CASE("NATIONAL_ELV"),
  /** {@code National_1}, as before 2011. */
  NUMBERS("National_1");

  private final String label;

  ProfileSpelling(String label) {
    this.label = label;
  }

  /** An example of the spelling. */
  public String label() {
    return label;
  }

  /** The profile as a portal of this spelling writes it. */
  String spell(EntPerson.Profile profile) {
    return switch (this) {
      case LETTERS -> "National_" + profile;
      case LOWER_CASE -> ("National_" + profile).toLowerCase(Locale.ROOT);
      case UPPER_CASE -> ("National_" + profile).toUpperCase(Locale.ROOT);
      case NUMBERS -> "National_" + (profile.ordinal() + 1);
    };
  }
}
