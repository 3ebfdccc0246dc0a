package fr.gestmat.directory.entity;

/** What the authority does with a school that a feed names. */
public enum SchoolStatus {
  /** On the authority's list: imports fill it. */
  ACCEPTED,
  /** Seen in a feed, waits for an administrator's word; its people are skipped and reported. */
  PENDING,
  /** No longer used; kept for its past loans. */
  CLOSED
}
