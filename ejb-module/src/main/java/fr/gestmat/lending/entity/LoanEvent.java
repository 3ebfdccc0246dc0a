package fr.gestmat.lending.entity;

/** What can happen to a loan; {@link LoanState} says from where it leads where. */
public enum LoanEvent {
  /** The device came back by scan. */
  RETURNED,
  /** The device came back because it was lent to somebody else at once. */
  RETURNED_BY_NEXT_LOAN,
  /** Two pupils had swapped their devices: this loan ends, the other one takes its place. */
  SWAPPED,
  /** The pupil says it was given back. */
  CLAIMED_RETURNED,
  /** The school does not find what the pupil said was given back. */
  CLAIM_REFUSED,
  /** The school found what the pupil said was given back. */
  CLAIM_FOUND,
  /** The pupil brought what the pupil said was given back. */
  CLAIM_RETURNED,
  /** Declared lost. */
  DECLARED_LOST,
  /** Was declared lost, came back. */
  FOUND,
  /** Declared stolen, with a police report. */
  DECLARED_STOLEN,
  /** The device was given to the pupil. */
  OWNERSHIP_TRANSFERRED,
  /** Lent for longer. */
  EXTENDED;

  /** Whether the loan ends with it because the device came back. */
  public boolean bringsBack() {
    return switch (this) {
      case RETURNED, RETURNED_BY_NEXT_LOAN, SWAPPED, FOUND, CLAIM_FOUND, CLAIM_RETURNED -> true;
      case CLAIMED_RETURNED,
          CLAIM_REFUSED,
          DECLARED_LOST,
          DECLARED_STOLEN,
          OWNERSHIP_TRANSFERRED,
          EXTENDED ->
          false;
    };
  }
}
