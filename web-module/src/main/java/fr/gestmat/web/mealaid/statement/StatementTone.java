package fr.gestmat.web.mealaid.statement;

import fr.gestmat.mealaid.entity.statement.StatementState;
import fr.gestmat.web.view.Tone;

/** How the state of a statement looks. */
public final class StatementTone {

  private StatementTone() {}

  /** Its colour and shape. */
  public static Tone of(StatementState state) {
    return switch (state) {
      case DRAFT -> Tone.WAITING;
      case CHECKED -> Tone.NEUTRAL;
      case FINAL -> Tone.OK;
    };
  }
}
