package fr.gestmat.mealaid.control.statement;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.entity.statement.StatementState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a statement may be checked, or made final (M-K01). */
public final class ClosingRule {

  private ClosingRule() {}

  /**
   * A statement that somebody wants to move on.
   *
   * @param state how far it is
   * @param number its number, if it is final
   * @param superseded whether a later draft took its place
   * @param outdated whether another statement of the school became final since it was computed:
   *     what it was compared with has changed
   */
  public record Standing(
      StatementState state, Optional<String> number, boolean superseded, boolean outdated) {}

  /** Why it can't be checked; empty if it can. */
  public static List<Refusal> checking(Standing standing) {
    List<Refusal> reasons = common(standing);
    if (reasons.isEmpty() && standing.state() == StatementState.CHECKED) {
      reasons.add(Refusal.of("statement", "checkedAlready"));
    }
    return reasons;
  }

  /** Why it can't be made final; empty if it can. */
  public static List<Refusal> closing(Standing standing) {
    List<Refusal> reasons = common(standing);
    if (reasons.isEmpty() && standing.state() == StatementState.DRAFT) {
      reasons.add(Refusal.of("statement", "notChecked"));
    }
    return reasons;
  }

  private static List<Refusal> common(Standing standing) {
    List<Refusal> reasons = new ArrayList<>();
    if (standing.state() == StatementState.FINAL) {
      reasons.add(Refusal.of("statement", "finalAlready", standing.number().orElse("")));
      return reasons;
    }
    if (standing.superseded()) {
      reasons.add(Refusal.of("statement", "tooOld"));
      return reasons;
    }
    if (standing.outdated()) {
      reasons.add(Refusal.of("statement", "outdated"));
    }
    return reasons;
  }
}
