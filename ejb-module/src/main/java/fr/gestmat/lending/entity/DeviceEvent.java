package fr.gestmat.lending.entity;

/** What can happen to a device; {@link DeviceState} says from where it leads where. */
public enum DeviceEvent {
  /** The announced device arrived with its delivery. */
  RECEIVED,
  /** Handed over to a pupil. */
  LENT,
  /** Came back, good to be lent again. */
  RETURNED,
  /** Came back damaged or incomplete. */
  RETURNED_TO_CHECK,
  /** Came back in a school that is not its own. */
  RETURNED_AWAY,
  /** Looked at: good to be lent again. */
  PASSED_CHECK,
  /** Put aside to be looked at. */
  PUT_ASIDE,
  /** A desk noticed damage, or a missing or broken piece, after it had come back. */
  FAULT_NOTED,
  /** Sent to another school. */
  SENT,
  /** Arrived where it was sent. */
  ARRIVED,
  /** Arrived where it was sent, damaged or incomplete. */
  ARRIVED_TO_CHECK,
  /** Stays where it is after all. */
  TRANSFER_CANCELLED,
  /** Stays where it is after all, damaged or incomplete. */
  TRANSFER_CANCELLED_TO_CHECK,
  /** Sent to be mended. */
  SENT_TO_REPAIR,
  /** Back from repair, mended. */
  REPAIRED,
  /** Back from repair, still not good. */
  REPAIRED_TO_CHECK,
  /** Declared lost. */
  DECLARED_LOST,
  /** Was lost while on loan, came back good. */
  FOUND,
  /** Was lost, came back and must be looked at. */
  FOUND_TO_CHECK,
  /** Was lost while on loan, came back in a school that is not its own. */
  FOUND_AWAY,
  /** Declared stolen, with a police report. */
  DECLARED_STOLEN,
  /** Was stolen, came back. */
  STOLEN_FOUND,
  /** Taken out of use. */
  WITHDRAWN,
  /** Given to the pupil. */
  OWNERSHIP_TRANSFERRED,
  /** Was out of use or given away, came back all the same. */
  TAKEN_BACK
}
