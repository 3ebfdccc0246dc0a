package fr.gestmat.notice.entity;

/** Where a notice stands. */
public enum NoticeState {
  /** Written down; nobody looked at it yet. */
  WAITING,
  /** Part of a mail, see there. */
  MAILED,
  /** Nobody of the family can be mailed: waits to be printed. */
  PAPER,
  /** Printed. */
  PRINTED,
  /** Not told, see the reason. */
  DISCARDED
}
