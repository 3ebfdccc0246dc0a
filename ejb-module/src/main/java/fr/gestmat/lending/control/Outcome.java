package fr.gestmat.lending.control;

/** How a scan ends for the person who scans; each has its own sound, colour and shape. */
public enum Outcome {
  /** Done as asked; nothing to think about. */
  OK,
  /** Look at the screen: something is unusual, or a choice is to be made. */
  WARNING,
  /** Not done. */
  REFUSED
}
