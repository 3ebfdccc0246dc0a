package fr.gestmat.lending.control.delivery;

/** Why a line of a delivery is refused. */
public enum DeliveryReason {
  /** The row has not as many cells as there are headings, or a cell is too long. */
  ROW_RAGGED,
  /** The file gives tags, and this line has none. */
  TAG_MISSING,
  /** The tag can't be the code of a device: too long, wrong check digit, not a code. */
  TAG_WRONG,
  /** The tag stands on an earlier line. */
  TAG_TWICE,
  /** Another device has this tag. */
  TAG_TAKEN,
  /** The file gives serial numbers, and this line has none. */
  SERIAL_MISSING,
  /** The serial number is longer than 64 characters. */
  SERIAL_TOO_LONG,
  /** The serial number stands on an earlier line. */
  SERIAL_TWICE,
  /** Another device has this serial number. */
  SERIAL_TAKEN,
  /** No model is named. */
  MODEL_MISSING,
  /** No model in use has this name. */
  MODEL_UNKNOWN,
  /** No UAI, or no school of the caller has it. */
  SCHOOL_UNKNOWN,
  /** The end of the warranty can't be read. */
  DATE_WRONG,
  /** The price can't be read, is negative or above 99,999,999.99 euros. */
  PRICE_WRONG
}
