package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.entity.AidDecision.Outcome;
import fr.gestmat.mealaid.entity.ApplicationEvent;
import java.util.List;
import java.util.Map;

/**
 * A decision that somebody wants to take.
 *
 * @param outcome what
 * @param reason the sentence that the family reads; may be empty for a grant
 * @param codes rules that it refuses for, for statistics
 * @param motives why an officer goes over a rule, by its code
 */
public record DecisionOrder(
    Outcome outcome, String reason, List<String> codes, Map<String, String> motives) {

  /** Longest reason, in characters. */
  public static final int LONGEST = 4_000;

  /** Copies, and trims the reason. */
  public DecisionOrder {
    reason = reason.strip();
    codes = List.copyOf(codes);
    motives = Map.copyOf(motives);
  }

  /** The aid is given. */
  public static DecisionOrder grant(String reason, Map<String, String> motives) {
    return new DecisionOrder(Outcome.GRANTED, reason, List.of(), motives);
  }

  /** The aid is not given. */
  public static DecisionOrder refuse(String reason, List<String> codes) {
    return new DecisionOrder(Outcome.REFUSED, reason, codes, Map.of());
  }

  /** No follow-up. */
  public static DecisionOrder close(String reason) {
    return new DecisionOrder(Outcome.CLOSED, reason, List.of(), Map.of());
  }

  /** The event that takes it. */
  public ApplicationEvent event() {
    return switch (outcome) {
      case GRANTED -> ApplicationEvent.GRANT;
      case REFUSED -> ApplicationEvent.REFUSE;
      case CLOSED -> ApplicationEvent.CLOSE;
    };
  }
}
