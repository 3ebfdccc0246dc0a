package fr.gestmat.identity.boundary;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a portal says of somebody who arrives. Nothing of it is believed beyond the schools that the
 * portal may speak for.
 *
 * @param user the portal's own name for the person, never blank
 * @param directoryId the person's id in the directory feed, if the portal says it
 * @param familyName last name; empty if not said
 * @param givenName first name; empty if not said
 * @param email address, if said
 * @param profiles what the portal says the person is
 * @param schools UAIs of the person's schools
 * @param children the pupils that a guardian answers for
 */
public record SignOnAttributes(
    String user,
    Optional<String> directoryId,
    String familyName,
    String givenName,
    Optional<String> email,
    Set<EntProfile> profiles,
    Set<String> schools,
    List<Child> children) {

  /** Keeps the collections unchangeable. */
  public SignOnAttributes {
    profiles = Set.copyOf(profiles);
    schools = Set.copyOf(schools);
    children = List.copyOf(children);
  }

  /**
   * A pupil as a guardian's portal account names it.
   *
   * @param externalId the pupil's id in the directory feed
   * @param uai the pupil's school
   */
  public record Child(String externalId, String uai) {}

  /**
   * What stands for the person at this portal, for ever. Someone whom the portal gives no directory
   * id has a name in a space of its own, so that a portal name never passes for a directory id.
   */
  public String subject() {
    return directoryId.orElse("user:" + user);
  }

  /** First and last name, or the portal's name for the person if it says neither. */
  public String displayName() {
    String full = (givenName + " " + familyName).strip();
    return full.isEmpty() ? user : full;
  }
}
