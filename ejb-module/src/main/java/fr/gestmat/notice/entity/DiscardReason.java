package fr.gestmat.notice.entity;

/** Why a notice is not told, or not by mail. */
public enum DiscardReason {
  /** Its pupil is not in the directory any more. */
  NO_PUPIL,
  /** Its text cannot be made: an unknown kind, or facts that cannot be read. */
  UNREADABLE,
  /** It does not hold any more: the device is back, the date was changed. */
  OUT_OF_DATE,
  /** Nobody of the family has an address. */
  NO_ADDRESS,
  /** Whoever has an address wants no reminders by mail. */
  REFUSED
}
