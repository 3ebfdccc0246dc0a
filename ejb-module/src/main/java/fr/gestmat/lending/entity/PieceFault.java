package fr.gestmat.lending.entity;

/** What is wrong with a piece of a kit. */
public enum PieceFault {
  /** It is not there. */
  MISSING,
  /** It is there and does not work. */
  BROKEN
}
