package fr.gestmat.demo.ent;

import java.util.List;

/**
 * Somebody who can sign on to the simulated portal.
 *
 * @param login the portal's own name for the person, unique in the portal
 * @param externalId the directory key of the person (ENTPersonJointure)
 * @param givenName first name
 * @param familyName last name
 * @param profile what the portal says the person is
 * @param schools UAIs of the person's schools, the first is the current one
 * @param children the pupils a guardian answers for, empty for everybody else
 * @param tile the service that the portal offers this person
 * @param about one line for the sign-in page: what trying this person shows
 */
public record EntPerson(
    String login,
    String externalId,
    String givenName,
    String familyName,
    Profile profile,
    List<String> schools,
    List<Child> children,
    Tile tile,
    String about) {

  /** Keeps the lists unchangeable. */
  public EntPerson {
    schools = List.copyOf(schools);
    children = List.copyOf(children);
  }

  /**
   * A service as the portal offers it.
   *
   * @param label what is written on it
   * @param path where it leads, below the address of the service
   */
  public record Tile(String label, String path) {}

  /**
   * A pupil as a guardian's portal account names it.
   *
   * @param externalId directory key of the pupil
   * @param uai the pupil's school
   */
  public record Child(String externalId, String uai) {}

  /** National profiles, in the order of their old numbers: National_1 is the pupil. */
  public enum Profile {
    ELV("Élève"),
    TUT("Responsable"),
    ENS("Enseignant"),
    DIR("Direction"),
    EVS("Vie scolaire"),
    ETA("Personnel de l’établissement"),
    ACA("Académie"),
    DOC("Documentation"),
    COL("Collectivité");

    private final String label;

    Profile(String label) {
      this.label = label;
    }

    /** The profile in French. */
    public String label() {
      return label;
    }
  }

  /** First and last name as a person writes them. */
  public String fullName() {
    return givenName + " " + familyName;
  }
}
