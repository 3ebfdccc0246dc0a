package fr.gestmat.directory.entity;

import java.time.LocalDate;
import java.util.List;

/**
 * Pupils left, and are pupils of no school of the authority any more; published inside the
 * transaction that wrote it.
 *
 * @param authorityId the authority
 * @param schoolId the school that they left
 * @param pupilIds their rows
 * @param on the day, in the authority's time zone
 * @param by who confirmed the import that says so, for the journal
 */
public record PupilsLeft(
    long authorityId, long schoolId, List<Long> pupilIds, LocalDate on, String by) {

  /** Copies the list. */
  public PupilsLeft {
    pupilIds = List.copyOf(pupilIds);
  }
}
