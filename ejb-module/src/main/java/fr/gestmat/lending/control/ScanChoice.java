package fr.gestmat.lending.control;

/**
 * What a person may choose when an answer offers it. Nothing was done before; taking a choice is a
 * new scan of the same code with its own id.
 */
public enum ScanChoice {
  /** The code fits several devices: this one. */
  THIS_DEVICE,
  /** Another pupil than the one opened at the desk holds it: take it back in the holder's name. */
  RETURN_FOR_HOLDER,
  /** Two pupils hand in each other's device: take this one back, the holder keeps the other. */
  SWAP_HOLDERS,
  /** Send the device to its home school. */
  SEND_HOME,
  /** The announced device is here: receive it. */
  RECEIVE_DELIVERY,
  /** The device stays here after all: cancel its transfer. */
  CANCEL_TRANSFER,
  /** The pupil had said so: the school found the device. */
  FOUND_BY_SCHOOL,
  /** The pupil brings the device back today. */
  RETURNED_BY_PUPIL,
  /** The device is back from repair. */
  RECEIVE_FROM_REPAIR,
  /** The pupil already holds it: lend it until the next due date. */
  EXTEND_LOAN,
  /** Another pupil holds it: take it back from that pupil, then lend it. */
  RETURN_THEN_LEND,
  /** The piece is not with its device: it belongs to no kit any more. */
  TAKE_PIECE_OUT,
  /** Hand over in spite of what forbids it; needs a loan manager and a reason. */
  OVERRIDE
}
