package fr.gestmat.lending.control;

/** What the scanned code turned out to be (L030: the answer says which code matched). */
public enum ScanMatch {
  /** The code on our label. */
  ASSET_TAG,
  /** The maker's serial number. */
  SERIAL,
  /** The own code of a piece of a kit. */
  PIECE,
  /** The code of a card that the school printed for its pupil. */
  PUPIL_CARD,
  /** The pupil's number in the directory feed, or the national number (INE). */
  PUPIL_NUMBER,
  /** The barcode of a loan agreement. */
  AGREEMENT,
  /** A printed card that sets the station: mode, grade, undo. */
  COMMAND_CARD,
  /** A label of ours that was printed and is on no device yet. */
  UNASSIGNED_LABEL
}
