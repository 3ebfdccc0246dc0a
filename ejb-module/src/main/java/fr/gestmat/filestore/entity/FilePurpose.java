package fr.gestmat.filestore.entity;

import java.time.Duration;

/** Why a file is kept, which says for how long. */
public enum FilePurpose {
  /** Sent by somebody, to be read by an import. */
  UPLOAD(Duration.ofDays(30)),
  /** Made for whoever sees devices and loans to take away. */
  EXPORT(Duration.ofDays(1)),
  /** Repairs, for whoever manages them to take away. */
  REPAIRS(Duration.ofDays(1)),
  /** Certificate of a device that was given, for whoever gives devices to take away. */
  CERTIFICATE(Duration.ofDays(1)),
  /** Sheets of the codes of pupils, for whoever calls a class up to take away. */
  CLASS_SHEETS(Duration.ofDays(1)),
  /** Applications for aid, for whoever reviews them to take away. */
  AID_EXPORT(Duration.ofDays(1)),
  /** Account of an import. */
  REPORT(Duration.ofDays(30)),
  /** Sheets of labels. */
  LABELS(Duration.ofDays(1)),
  /** Photo of a device's condition: as long as a claim about a loan can be brought, and a year. */
  CONDITION_PHOTO(Duration.ofDays(6 * 365)),
  /** What somebody signed: as long as a claim about a loan can be brought (five years, and one). */
  SIGNATURE(Duration.ofDays(6 * 365)),
  /** Police report of an incident: as long as a claim about it can be brought, and a year. */
  POLICE_REPORT(Duration.ofDays(6 * 365)),
  /** Photo of an incident: likewise. */
  INCIDENT_PHOTO(Duration.ofDays(6 * 365)),
  /**
   * Document of an application for aid. Its application removes it when its time is over; this is
   * the limit for what nothing removed.
   */
  AID_DOCUMENT(Duration.ofDays(6 * 365)),
  /** Letter of a decision on an application for aid: as long as the aid can be claimed back. */
  AID_LETTER(Duration.ofDays(6 * 365));

  private final Duration kept;

  FilePurpose(Duration kept) {
    this.kept = kept;
  }

  /** How long a file is kept after it was made. */
  public Duration kept() {
    return kept;
  }
}
