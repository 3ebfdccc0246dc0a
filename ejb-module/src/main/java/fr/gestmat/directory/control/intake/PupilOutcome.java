package fr.gestmat.directory.control.intake;

import java.util.Optional;

/** What would happen to a pupil of a set; the school's list decides whether it does. */
public enum PupilOutcome {
  /** Never seen in this authority. */
  NEW,
  /** Something of the pupil changed, or the pupil came back. */
  CHANGED,
  /** Known in another school of the authority. */
  MOVED,
  /** The feed says that the pupil left. */
  LEFT,
  /** The feed says that the pupil left, and nobody here knew the pupil as present. */
  GONE,
  /** Nothing changed: nothing is written. */
  UNCHANGED;

  /** What the directory knows of a pupil, compared with the record at hand. */
  public enum State {
    /** Present, same school, same content. */
    SAME,
    /** Present, same school, other content. */
    OTHER_CONTENT,
    /** Present in another school. */
    OTHER_SCHOOL,
    /** Left before. */
    LEFT_BEFORE
  }

  /**
   * The rule.
   *
   * @param before what is known, nothing if the pupil is not
   * @param leaving whether the record carries an exit date for everything
   */
  public static PupilOutcome of(Optional<State> before, boolean leaving) {
    if (leaving) {
      return before.isEmpty() || before.get() == State.LEFT_BEFORE ? GONE : LEFT;
    }
    if (before.isEmpty()) {
      return NEW;
    }
    return switch (before.get()) {
      case SAME -> UNCHANGED;
      case OTHER_CONTENT, LEFT_BEFORE -> CHANGED;
      case OTHER_SCHOOL -> MOVED;
    };
  }
}
