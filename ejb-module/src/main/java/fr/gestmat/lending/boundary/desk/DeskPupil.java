package fr.gestmat.lending.boundary.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pupil before the desk.
 *
 * @param id public id
 * @param familyName family name
 * @param givenName given name
 * @param schoolClass name of the class; null if in none
 * @param tag asset tag of a device that the pupil holds; null if none
 */
public record DeskPupil(
    UUID id,
    String familyName,
    String givenName,
    @Nullable String schoolClass,
    @Nullable String tag) {

  /** The name as people say it. */
  public String name() {
    return givenName + " " + familyName;
  }
}
