package fr.gestmat.mealaid.entity.document;

/** What the virus scanner says of a document. Anything but {@link #SAFE} is shown to no officer. */
public enum ScanState {
  /** Not looked at yet, or the scanner was not there. */
  PENDING,
  /** Nothing known is in it. */
  SAFE,
  /** Something is: the family is asked for another file. */
  INFECTED,
  /** The scanner could not look at it; it is tried again once a day. */
  ERROR,
  /** What lies in the store is not what was kept: the family is asked again. */
  CORRUPT;

  /** Whether the family has to send another file. */
  public boolean asksAgain() {
    return this == INFECTED || this == CORRUPT;
  }
}
