package fr.gestmat.lending.control.sheet;

/** What a spreadsheet of devices is about. */
public enum SheetKind {
  /** Devices that are out there already, with their running loans. */
  TAKEOVER,
  /** Devices that a supplier sends. */
  DELIVERY
}
