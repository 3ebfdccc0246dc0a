package fr.gestmat.lending.control.count;

/** The kinds by which the devices of a count are looked at. */
public enum CountView {
  /** Must be there, and nobody saw them: missing, once the count is closed. */
  UNSEEN,
  /** Seen that must not be there, or not so. */
  UNEXPECTED,
  /** Seen where they must be. */
  FOUND,
  /** Must have been there, were not seen, and are elsewhere now. */
  MOVED,
  /** All of them. */
  ALL
}
