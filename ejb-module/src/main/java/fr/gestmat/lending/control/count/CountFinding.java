package fr.gestmat.lending.control.count;

import fr.gestmat.lending.control.Outcome;

/** What a scan of an inventory turned out to be; the sentence is found by the code. */
public enum CountFinding {
  /** Must be here, and is. */
  FOUND(Outcome.OK),
  /** Came back from a pupil at a desk of the school while the count was open. */
  RETURNED(Outcome.OK),
  /** Was counted before: nothing changes. */
  AGAIN(Outcome.WARNING),
  /** Belongs here, but to another storage place or model than the one that is counted. */
  OTHER_ROOM(Outcome.WARNING),
  /** Came here after the count had opened. */
  ARRIVED_SINCE(Outcome.WARNING),
  /** Is in stock in another school. */
  OTHER_SCHOOL(Outcome.WARNING),
  /** Is on loan. */
  ON_LOAN(Outcome.WARNING),
  /** Is said to be in repair. */
  IN_REPAIR(Outcome.WARNING),
  /** Is on its way between two schools. */
  IN_TRANSIT(Outcome.WARNING),
  /** Is announced by a delivery and was not received. */
  NOT_RECEIVED(Outcome.WARNING),
  /** Was declared lost. */
  LOST(Outcome.WARNING),
  /** Was declared stolen. */
  STOLEN(Outcome.WARNING),
  /** Was taken out of use. */
  WITHDRAWN(Outcome.WARNING),
  /** Was given to a pupil. */
  GIVEN(Outcome.WARNING),
  /** No device of the authority carries this code. */
  UNKNOWN(Outcome.REFUSED),
  /** Two devices carry this code, one as its tag, one as its serial number. */
  AMBIGUOUS(Outcome.REFUSED),
  /** Nothing that a label of ours says. */
  UNREADABLE(Outcome.REFUSED),
  /** The count was closed when the scan arrived: kept, but it changes nothing. */
  TOO_LATE(Outcome.REFUSED),
  /** Must be here, and nobody saw it: decided when the count closes. */
  MISSING(Outcome.WARNING),
  /** Must have been here, was not seen, and has gone elsewhere since: decided at closing. */
  MOVED(Outcome.WARNING);

  private final Outcome outcome;

  CountFinding(Outcome outcome) {
    this.outcome = outcome;
  }

  /** How it sounds at the station. */
  public Outcome outcome() {
    return outcome;
  }
}
