package fr.gestmat.mealaid.entity;

/** What can happen to an application that changes where it stands. */
public enum ApplicationEvent {
  /** The family, or an agent for a family on paper or telephone, sends it. */
  SUBMIT,
  /** An officer begins its review. */
  TAKE,
  /** Something has to be corrected: it goes back into the family's hands. */
  ASK_CORRECTION,
  /** The family sends what it corrected. */
  CORRECT,
  /** The review goes on without the family's answer. */
  RESUME,
  /** The aid is given. */
  GRANT,
  /** The aid is not given; a reason is owed. */
  REFUSE,
  /** No follow-up (sans suite). */
  CLOSE,
  /** A decision is looked at again: appeal, error, change of situation. */
  REOPEN,
  /** The family does not want it any more. */
  WITHDRAW,
  /** Out of the daily lists. */
  ARCHIVE,
  /** Back from the archive, to where it stood. */
  RESTORE
}
