package fr.gestmat.directory.entity;

/** What a guardian is to a pupil. */
public enum GuardianshipKind {
  FATHER,
  MOTHER,
  TUTOR,
  /** Brother, sister, grandparent or other relative. */
  RELATIVE,
  /** A person or body that looks after the pupil: educator, foster family, child care. */
  CARER,
  /** Child welfare (aide sociale à l'enfance, formerly DDASS). */
  CHILD_WELFARE,
  /** The pupil, of age, answers for themselves. */
  SELF,
  OTHER
}
