package fr.gestmat.demo.territory;

/**
 * A pupil that was written.
 *
 * @param id database id
 * @param externalId key in the feed
 * @param schoolClass where the pupil is, or was
 * @param active false once the pupil left
 */
record Pupil(
    long id,
    String externalId,
    String familyName,
    String givenName,
    SchoolClass schoolClass,
    boolean active) {

  School school() {
    return schoolClass.school();
  }
}
