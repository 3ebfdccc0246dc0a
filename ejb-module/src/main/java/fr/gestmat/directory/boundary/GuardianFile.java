package fr.gestmat.directory.boundary;

import fr.gestmat.directory.entity.GuardianshipKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A guardian, with the pupils that the caller may see.
 *
 * @param id public id
 * @param title civility as written
 * @param familyName family name
 * @param givenName given name
 * @param email mail address
 * @param mobile mobile telephone
 * @param phone home telephone
 * @param address street, postal code, town and country, parted by line feeds
 * @param children the pupils
 */
public record GuardianFile(
    UUID id,
    Optional<String> title,
    String familyName,
    String givenName,
    Optional<String> email,
    Optional<String> mobile,
    Optional<String> phone,
    Optional<String> address,
    List<Child> children) {

  /**
   * A pupil of the guardian.
   *
   * @param pupil who
   * @param kind what the guardian is to the pupil
   * @param parentalAuthority whether the guardian is a legal one
   */
  public record Child(PupilLine pupil, GuardianshipKind kind, boolean parentalAuthority) {}
}
