package fr.gestmat.directory.entity;

import java.time.LocalDate;
import java.util.List;

/**
 * Pupils who had left are pupils of the authority again; published inside the transaction that
 * wrote it.
 *
 * @param authorityId the authority
 * @param schoolId the school where they are now
 * @param pupilIds their rows
 * @param on the day, in the authority's time zone
 * @param by who confirmed the import that says so, for the journal
 */
public record PupilsReturned(
    long authorityId, long schoolId, List<Long> pupilIds, LocalDate on, String by) {

  /** Copies the list. */
  public PupilsReturned {
    pupilIds = List.copyOf(pupilIds);
  }
}
