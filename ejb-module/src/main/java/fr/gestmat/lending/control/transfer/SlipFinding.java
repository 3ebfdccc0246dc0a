package fr.gestmat.lending.control.transfer;

import fr.gestmat.lending.control.Outcome;

/** What a scan onto a slip turned out to be; the sentence is found by the code. */
public enum SlipFinding {
  /** The device is on the slip now. */
  ADDED(Outcome.OK),
  /** It was on the slip already: nothing changes. */
  AGAIN(Outcome.WARNING),
  /** It is on another slip that is being prepared. */
  OTHER_SLIP(Outcome.REFUSED),
  /** It is in another place. */
  NOT_HERE(Outcome.REFUSED),
  /** It is on loan. */
  ON_LOAN(Outcome.REFUSED),
  /** It is neither in stock nor to check. */
  NOT_IN_STOCK(Outcome.REFUSED),
  /** The slip holds as many devices as it may. */
  FULL(Outcome.REFUSED),
  /** No device of the authority carries this code. */
  UNKNOWN(Outcome.REFUSED),
  /** Two devices carry this code, one as its tag, one as its serial number. */
  AMBIGUOUS(Outcome.REFUSED),
  /** Nothing that a label of ours says. */
  UNREADABLE(Outcome.REFUSED),
  /** The slip was sent or cancelled already. */
  TOO_LATE(Outcome.REFUSED);

  private final Outcome outcome;

  SlipFinding(Outcome outcome) {
    this.outcome = outcome;
  }

  /** How it sounds at the station. */
  public Outcome outcome() {
    return outcome;
  }
}
