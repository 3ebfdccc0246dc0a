package fr.gestmat.mealaid.entity.statement;

/** Why a line is in error: nothing is paid for it, and the other lines go on. */
public enum LineProblem {
  /** Nobody confirmed who the child is in the directory. */
  PUPIL_MISSING,
  /** The school is closed, or not accepted by the authority yet. */
  SCHOOL_MISSING,
  /** The decision grants the aid without saying what it gives. */
  AMOUNT_MISSING
}
