package fr.gestmat.mealaid.control.source;

import java.time.LocalDate;
import java.util.List;

/**
 * A pupil as the ministry of education knows them.
 *
 * @param familyName of the civil register
 * @param givenNames at least one
 * @param birthDate whole
 * @param sex of the civil register
 */
public record PupilIdentity(
    String familyName, List<String> givenNames, LocalDate birthDate, Sex sex) {

  /** Keeps the list unchangeable. */
  public PupilIdentity {
    givenNames = List.copyOf(givenNames);
  }

  /** Whether it may be asked. */
  boolean isWhole() {
    return !familyName.isBlank()
        && !givenNames.isEmpty()
        && givenNames.stream().noneMatch(String::isBlank);
  }

  /**
   * The parameters of a question about this pupil.
   *
   * @param uai code of the school
   * @param schoolYear calendar year in which the school year begins
   */
  String query(String uai, int schoolYear) {
    return new Parameters()
        .add("nomNaissance", familyName.strip())
        .addAll("prenoms[]", HolderIdentity.stripped(givenNames))
        .add("sexeEtatCivil", sex.name())
        .add("anneeDateNaissance", birthDate.getYear())
        .add("moisDateNaissance", birthDate.getMonthValue())
        .add("jourDateNaissance", birthDate.getDayOfMonth())
        .add("codeEtablissement", uai)
        .add("anneeScolaire", schoolYear)
        .query();
  }
}
