package fr.gestmat.job.entity;

/** Where a background task stands. */
public enum TaskState {
  /** Asked for, nobody does it yet. */
  WAITING,
  /** A server does it, as long as its lease holds. */
  RUNNING,
  /** Done. */
  DONE,
  /** Stopped for a reason that it could not mend; may be asked for again. */
  FAILED;

  /** Whether nothing more will happen unless somebody asks. */
  public boolean over() {
    return this == DONE || this == FAILED;
  }
}
