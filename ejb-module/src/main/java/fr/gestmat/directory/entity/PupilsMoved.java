package fr.gestmat.directory.entity;

import java.time.LocalDate;
import java.util.List;

/**
 * Pupils came from another school of the authority; published inside the transaction that wrote it.
 *
 * @param authorityId the authority
 * @param schoolId the school where they are now
 * @param pupilIds their rows
 * @param on the day, in the authority's time zone
 * @param by who confirmed the import that says so, for the journal
 */
public record PupilsMoved(
    long authorityId, long schoolId, List<Long> pupilIds, LocalDate on, String by) {

  /** Copies the list. */
  public PupilsMoved {
    pupilIds = List.copyOf(pupilIds);
  }
}
