package fr.gestmat.job.entity;

/** How a run of a job went. */
public enum RunState {
  /** Not over, or its server died. */
  RUNNING,
  /** Went well. */
  DONE,
  /** Threw; the message says what. */
  FAILED
}
