package fr.gestmat.web.journal;

import java.util.Set;

/** What the lines of the journal are about, in the words of the filter. */
public enum JournalTopic {
  /** Everything. */
  ALL(Set.of()),
  /** Sign-ons, rights, tokens, portals. */
  ACCESS(Set.of("ACCOUNT", "API_TOKEN", "AUTHORITY", "IDENTITY_PROVIDER")),
  /** What people asked for and have no right to. */
  REFUSALS(Set.of("REFUSAL")),
  /** Imports, and readings of a family's file. */
  DIRECTORY(Set.of("IMPORT", "SCHOOL", "PUPIL", "GUARDIAN")),
  /** Devices, loans, models, deliveries. */
  LENDING(
      Set.of(
          "DEVICE",
          "LOAN",
          "MODEL",
          "DELIVERY",
          "TAKEOVER",
          "MAIL",
          "CAMPAIGN",
          "STOCK_COUNT",
          "TRANSFER",
          "AGREEMENT",
          "AGREEMENT_TEXT",
          "SIGNED_PAGE")),
  /** Policies, calendar, prices. */
  POLICY(Set.of("LENDING_POLICY", "CALENDAR", "PRICE_LIST")),
  /** Incidents and charges. */
  INCIDENTS(Set.of("INCIDENT", "CHARGE", "CHARGE_BATCH")),
  /** Applications, decisions and statements of meal aid. */
  AID(
      Set.of(
          "AID_APPLICATION",
          "AID_BATCH",
          "AID_CAMPAIGN",
          "AID_CHILD",
          "AID_DOCUMENT",
          "AID_EXPORT",
          "AID_LETTER_TEXT",
          "AID_RETENTION",
          "AID_SCALE",
          "AID_STATEMENT",
          "SOURCE_ACCESS")),
  /** Exports, labels, downloads. */
  FILES(Set.of("FILE", "AID_EXPORT"));

  private final Set<String> subjects;

  JournalTopic(Set<String> subjects) {
    this.subjects = subjects;
  }

  /** Codes of the journal's subjects; empty for all. */
  Set<String> subjects() {
    return subjects;
  }
}
