package fr.gestmat.lending.entity;

/** When a kit is looked at. */
public enum KitStep {
  /** The device is handed over: what is missing then was never lent. */
  HAND_OVER,
  /** The device comes back: what is missing then is the loan's. */
  RETURN
}
