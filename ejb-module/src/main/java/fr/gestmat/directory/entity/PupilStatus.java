package fr.gestmat.directory.entity;

/** Whether a pupil is still at school. Who left is kept while a loan is open or aid was asked. */
public enum PupilStatus {
  /** In a class of the school, or expected in one. */
  ACTIVE,
  /** Has an exit date, or is absent from a set that was confirmed to be whole. */
  LEFT
}
