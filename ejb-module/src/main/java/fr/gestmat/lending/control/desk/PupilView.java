package fr.gestmat.lending.control.desk;

import java.util.Optional;
import java.util.UUID;

/**
 * A pupil as the API shows one.
 *
 * @param id public id
 * @param familyName as written
 * @param givenName as written
 * @param schoolClass name of the class
 * @param school school where the pupil is, or was last
 * @param active false once the pupil left
 */
public record PupilView(
    UUID id,
    String familyName,
    String givenName,
    Optional<String> schoolClass,
    SchoolView school,
    boolean active) {

  /** The name as the person writes it, given name first. */
  public String name() {
    return givenName + " " + familyName;
  }
}
