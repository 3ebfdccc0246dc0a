package fr.gestmat.lending.control.transfer;

/** Where a transfer stands, as its slip and the devices on it say. */
public enum SlipState {
  /** Devices are being put on it. */
  PREPARED,
  /** On its way: at least one device has not arrived. */
  SENT,
  /** No device is on its way any more. */
  RECEIVED,
  /** Cancelled, with a reason. */
  CANCELLED
}
