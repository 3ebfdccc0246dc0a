package fr.gestmat.notice.entity;

/** Where a mail stands. */
public enum MailState {
  /** Will be sent at its time. */
  WAITING,
  /** A server sends it, as long as its lease holds. */
  SENDING,
  /** Handed over to the mail server. */
  SENT,
  /** Given up; may be tried again by hand. */
  FAILED,
  /** Nothing was left to say when its time came. */
  DISCARDED
}
