package fr.gestmat.demo.territory;

import java.util.Locale;
import java.util.UUID;

/**
 * Somebody as a directory names them, by an id of its own.
 *
 * @param id database id
 * @param source the feed that the external id belongs to
 */
record Listed(
    long id, UUID publicId, String source, String externalId, String familyName, String givenName) {

  /** The same as directories that shout family names have it. */
  Listed inCapitals() {
    return new Listed(
        id, publicId, source, externalId, familyName.toUpperCase(Locale.FRANCE), givenName);
  }
}
