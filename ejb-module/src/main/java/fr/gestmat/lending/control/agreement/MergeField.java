package fr.gestmat.lending.control.agreement;

import java.util.Arrays;
import java.util.Optional;

/** What an agreement's text may leave open: the only words between braces that a text may hold. */
public enum MergeField {
  /** The pupil's family name. */
  PUPIL_FAMILY_NAME("eleve.nom"),
  /** The pupil's given name. */
  PUPIL_GIVEN_NAME("eleve.prenom"),
  /** The pupil's main class. */
  PUPIL_CLASS("eleve.classe"),
  /** The pupil's date of birth. */
  PUPIL_BIRTH_DATE("eleve.naissance"),
  /** The names of the guardians with parental authority. */
  GUARDIANS("responsables"),
  /** The school's name. */
  SCHOOL("etablissement.nom"),
  /** The school's town. */
  SCHOOL_TOWN("etablissement.ville"),
  /** The local authority's name. */
  AUTHORITY("collectivite.nom"),
  /** What is lent, with inventory codes. */
  DEVICES("materiels"),
  /** What goes with it. */
  ACCESSORIES("accessoires"),
  /** The total value. */
  VALUE("valeur"),
  /** The day when the agreement was issued. */
  ISSUED_ON("date"),
  /** The last day of the loan. */
  ENDS_ON("fin");

  private final String word;

  MergeField(String word) {
    this.word = word;
  }

  /** The word between the braces. */
  public String word() {
    return word;
  }

  /** The field as a text holds it. */
  public String inText() {
    return "{" + word + "}";
  }

  /** The field of a word. */
  static Optional<MergeField> of(String word) {
    return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
  }
}
