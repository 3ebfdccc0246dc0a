package fr.gestmat.lending.control.policy;

/**
 * What an incident of one kind leads to.
 *
 * @param replacement where a new device comes from, if there is one
 * @param needsPoliceReport whether there is a new device only with a police report
 * @param charge what the family is asked for
 * @param blocksNewLoan whether the pupil gets no device at all until the incident is closed
 * @param refundIfFound whether the charge is given back when the device turns up again
 */
public record IncidentRule(
    Replacement replacement,
    boolean needsPoliceReport,
    ChargeKind charge,
    boolean blocksNewLoan,
    boolean refundIfFound) {

  /** No new device, no charge, nothing blocked: what holds if the authority decided nothing. */
  public static final IncidentRule NOTHING =
      new IncidentRule(Replacement.NONE, false, ChargeKind.NONE, false, false);

  /** Where a new device comes from. */
  public enum Replacement {
    /** There is none. */
    NONE,
    /** From the school's stock. */
    STOCK,
    /** From the authority's emergency stock. */
    EMERGENCY
  }

  /** What the family is asked for. */
  public enum ChargeKind {
    /** Nothing. */
    NONE,
    /** The model's replacement price of the school year. */
    REPLACEMENT_PRICE,
    /** What the repair cost, never more than the replacement price. */
    REPAIR_COST
  }
}
