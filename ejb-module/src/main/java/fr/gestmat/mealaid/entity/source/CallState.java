package fr.gestmat.mealaid.entity.source;

/** Where a question to an official source stands. */
public enum CallState {
  /** Will be asked, or asked again: the source had no answer. */
  WAITING(true),
  /** A server asks it at this moment. */
  ASKING(true),
  /** Was asked too early in the school year: will be asked again on a day. */
  POSTPONED(true),
  /** There is a value. */
  ANSWERED(false),
  /** The source does not know the person: the family gives a document. */
  NOT_FOUND(false),
  /** An answer that a person has to look at. */
  TO_CHECK(false),
  /** No answer for three days: given up. */
  FAILED(false),
  /** Not asked any more: the application was decided or withdrawn before. */
  CANCELLED(false);

  private final boolean open;

  CallState(boolean open) {
    this.open = open;
  }

  /** Whether it will be asked by itself. */
  public boolean isOpen() {
    return open;
  }

  /**
   * Whether a decision has to wait (M-A12). A question that was asked too early does not hold an
   * officer up for weeks, nor does one that a person has to look at.
   */
  public boolean holdsUpDecision() {
    return this == WAITING || this == ASKING;
  }
}
