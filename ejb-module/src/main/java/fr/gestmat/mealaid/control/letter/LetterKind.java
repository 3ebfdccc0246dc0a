package fr.gestmat.mealaid.control.letter;

import fr.gestmat.mealaid.entity.AidDecision.Outcome;

/** The letters that a campaign has a text for. */
public enum LetterKind {
  /** The aid is given. */
  GRANTED,
  /** It is not. */
  REFUSED,
  /** No follow-up. */
  CLOSED,
  /** An appeal changes nothing. */
  APPEAL_REJECTED;

  /** The letter of a decision. */
  public static LetterKind of(Outcome outcome) {
    return switch (outcome) {
      case GRANTED -> GRANTED;
      case REFUSED -> REFUSED;
      case CLOSED -> CLOSED;
    };
  }
}
