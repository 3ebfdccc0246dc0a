package fr.gestmat.demo.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A family of the département that may apply for canteen aid.
 *
 * @param applicant who applies
 * @param other the other parent
 * @param apart whether the two live apart, and the children with each of them in turn
 * @param children all in one collège
 */
record AidFamily(Parent applicant, Optional<Parent> other, boolean apart, List<Child> children) {

  /** Keeps the list unchangeable. */
  AidFamily {
    children = List.copyOf(children);
  }

  /**
   * A collège.
   *
   * @param id database id
   * @param bursar name of who gives its visas
   * @param bursarAccount database id of that person's account
   */
  record College(
      long id,
      String uai,
      String name,
      String postalCode,
      String town,
      String bursar,
      long bursarAccount) {}

  /**
   * A parent, who signed on at the ENT once.
   *
   * @param guardian database id in the directory
   * @param account database id
   */
  record Parent(
      long guardian,
      long account,
      String name,
      String email,
      String street,
      String postalCode,
      String town) {}

  /**
   * A pupil.
   *
   * @param pupil database id
   * @param level 6 in the first year of collège, 3 in the last
   * @param eats how many days a week at school; 0 for who goes home
   */
  record Child(
      long pupil,
      String familyName,
      String givenName,
      LocalDate born,
      College college,
      int level,
      int eats) {

    /** The class in this school year, or before it. */
    String className(int yearsAgo) {
      return level + yearsAgo + "A";
    }
  }
}
