package fr.gestmat.lending.control.sheet;

/** Where a spreadsheet that was sent stands. */
public enum SheetState {
  /** The file is there; its columns are to be confirmed. */
  RECEIVED,
  /** Its rows are being compared with what is known. Nothing is written yet. */
  CHECKING,
  /** Every row has its verdict; somebody decides. */
  CHECKED,
  /** Being applied, batch by batch. */
  APPLYING,
  /** Applied. */
  DONE,
  /** The file can't be read to its end. Nothing was written. */
  REFUSED;

  /** Whether background work is, or should be, on it. */
  public boolean atWork() {
    return this == CHECKING || this == APPLYING;
  }
}
