package fr.gestmat.lending.control.takeover;

/** Why a row is refused, or waits for somebody. */
public enum TakeoverReason {
  /** No asset tag. */
  TAG_MISSING,
  /** The tag is longer than 64 characters. */
  TAG_TOO_LONG,
  /** The tag is misread or foreign: a desk would refuse it. */
  TAG_WRONG,
  /** The tag stands on an earlier line of the file. */
  TAG_TWICE,
  /** The tag is on a device that the caller does not see. */
  TAG_TAKEN,
  /** The serial number is longer than 64 characters. */
  SERIAL_TOO_LONG,
  /** A device that is not known yet needs a model. */
  MODEL_MISSING,
  /** The model's name is longer than 120 characters. */
  MODEL_TOO_LONG,
  /** No UAI, or no school of the caller has it. */
  SCHOOL_UNKNOWN,
  /** The state is not one that we know. */
  STATE_UNKNOWN,
  /** The state says that nobody has the device, and there is a pupil. */
  STATE_AND_PUPIL,
  /** A date that can't be read, in the future for a loan's begin, or a loan due before it began. */
  DATE_WRONG,
  /** The row has not as many cells as there are headings, or a cell is too long. */
  ROW_RAGGED,
  /** A device with this tag is known, with another serial number or model. */
  DEVICE_DIFFERS,
  /** The known device is on loan to somebody else. */
  DEVICE_ON_LOAN,
  /** The known device is not in stock. */
  DEVICE_NOT_IN_STOCK,
  /** The device is said to be lent, and no pupil is named. Waits. */
  PUPIL_MISSING,
  /** Nobody has this id, this INE, or these names with this date of birth. Waits. */
  PUPIL_UNKNOWN,
  /** Several pupils have them. Waits. */
  PUPIL_SEVERAL,
  /** There are names only, and names alone never decide. Waits. */
  PUPIL_NAME_ONLY
}
