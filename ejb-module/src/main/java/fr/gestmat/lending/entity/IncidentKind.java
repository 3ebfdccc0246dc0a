package fr.gestmat.lending.entity;

/** What can befall a device in a pupil's hands (sinistre). */
public enum IncidentKind {
  /** It is damaged (casse). */
  BREAKAGE,
  /** Nobody knows where it is (perte). */
  LOSS,
  /** It was taken (vol). */
  THEFT
}
