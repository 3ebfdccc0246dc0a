package fr.gestmat.lending.entity;

/** Where on a device damage is. */
public enum MarkPlace {
  /** The screen. */
  SCREEN,
  /** The lid, outside. */
  LID,
  /** The keyboard. */
  KEYBOARD,
  /** The touch pad. */
  TOUCHPAD,
  /** A hinge. */
  HINGE,
  /** A socket: power, USB, screen, sound. */
  PORTS,
  /** The bottom. */
  BOTTOM,
  /** A corner or an edge. */
  CORNER,
  /** Anywhere else. */
  OTHER
}
