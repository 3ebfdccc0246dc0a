package fr.gestmat.mealaid.control.document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How many documents somebody opened: since a minute began with the first of them, and today
 * (M-M13). Each person has a count of their own, whatever the number of sessions or servers.
 *
 * @param minuteBegan when the first document of this minute was opened
 * @param inMinute how many since
 * @param day which day it is for the authority
 * @param inDay how many on it
 * @param told whether the journal knows that the person was stopped
 */
record DownloadCount(Instant minuteBegan, int inMinute, LocalDate day, int inDay, boolean told) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /**
   * How many are usual.
   *
   * @param minute in a minute, at least 1
   * @param day in a day, at least 1
   */
  record Bounds(int minute, int day) {}

  /** Which bound was reached. */
  enum Bound {
    /** That of a minute. */
    MINUTE,
    /** That of a day. */
    DAY
  }

  /**
   * What comes of wanting another document.
   *
   * @param count the count afterwards
   * @param stopped the bound that was reached; empty if the document may be opened
   * @param until when the next one may be opened
   */
  record Step(DownloadCount count, Optional<Bound> stopped, Instant until) {}

  /** Nothing yet. */
  static DownloadCount none(Instant now, LocalDate today) {
    return new DownloadCount(now, 0, today, 0, false);
  }

  /** Wants another document. */
  Step next(Instant now, ZoneId zone, Bounds bounds) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    boolean sameMinute = now.isBefore(minuteBegan.plus(MINUTE));
    Instant began = sameMinute ? minuteBegan : now;
    int before = sameMinute ? inMinute : 0;
    int earlier = today.equals(day) ? inDay : 0;
    if (earlier >= bounds.day()) {
      Instant midnight = today.plusDays(1).atStartOfDay(zone).toInstant();
      return new Step(
          new DownloadCount(began, before, today, earlier, true), Optional.of(Bound.DAY), midnight);
    }
    if (before >= bounds.minute()) {
      return new Step(
          new DownloadCount(began, before, today, earlier, true),
          Optional.of(Bound.MINUTE),
          began.plus(MINUTE));
    }
    return new Step(
        new DownloadCount(began, before + 1, today, earlier + 1, false), Optional.empty(), now);
  }
}
