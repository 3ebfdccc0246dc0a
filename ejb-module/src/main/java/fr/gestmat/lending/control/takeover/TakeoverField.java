package fr.gestmat.lending.control.takeover;

import fr.gestmat.lending.control.sheet.SheetField;
import java.util.List;

/** What a column of the file may hold, with the headings that people give it. */
public enum TakeoverField implements SheetField {
  /** Asset tag; required. */
  TAG(
      "etiquette",
      "n etiquette",
      "numero etiquette",
      "code barre",
      "code barres",
      "inventaire",
      "n inventaire",
      "numero inventaire",
      "numero d inventaire",
      "asset tag",
      "tag"),
  /** Serial number of the maker. */
  SERIAL(
      "n de serie",
      "numero de serie",
      "n serie",
      "numero serie",
      "serie",
      "serial",
      "serial number",
      "sn"),
  /** Name of the model; required for devices that are not known yet. */
  MODEL("modele", "type", "materiel", "designation", "model"),
  /** UAI of the school; not needed by who has one school. */
  SCHOOL("uai", "rne", "code uai", "code etablissement", "etablissement uai"),
  /** State or condition. */
  STATE("etat", "statut", "situation", "state"),
  /** Id of the pupil in the directory's feed. */
  PUPIL_ID(
      "identifiant eleve",
      "id eleve",
      "eleve id",
      "identifiant",
      "entpersonjointure",
      "id interne"),
  /** National id of the pupil. */
  INE("ine", "n ine", "numero ine"),
  /** Family name of the pupil. */
  FAMILY_NAME("nom", "nom eleve", "nom de l eleve", "nom de famille"),
  /** Given name of the pupil. */
  GIVEN_NAME("prenom", "prenom eleve", "prenom de l eleve"),
  /** Date of birth of the pupil. */
  BIRTH_DATE("date de naissance", "ne le", "nee le", "ne e le", "naissance", "date naissance"),
  /** Class of the pupil, for who settles the row by hand. */
  SCHOOL_CLASS("classe", "division"),
  /** Day when the loan began. */
  LENT_ON("date de pret", "date pret", "prete le", "remis le", "date de remise", "date remise"),
  /** Day by which the device must be back. */
  DUE_ON(
      "date de retour prevue",
      "retour prevu",
      "date retour",
      "date de retour",
      "a rendre le",
      "retour prevu le");

  private final List<String> names;

  TakeoverField(String... names) {
    this.names = List.of(names);
  }

  @Override
  public boolean isRequired() {
    return this == TAG;
  }

  @Override
  public List<String> headings() {
    return names;
  }
}
