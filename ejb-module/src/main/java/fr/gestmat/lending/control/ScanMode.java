package fr.gestmat.lending.control;

/** What the desk is doing. */
public enum ScanMode {
  /** Hands devices over to pupils (remise). */
  CHECK_OUT,
  /** Takes devices back (restitution). */
  CHECK_IN
}
