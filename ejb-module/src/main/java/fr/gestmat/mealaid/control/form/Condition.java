package fr.gestmat.mealaid.control.form;

import java.util.Set;

/**
 * A question is shown if an earlier one, itself shown, was answered so.
 *
 * @param question code of the earlier question
 * @param oneOf the answers that show it
 */
public record Condition(String question, Set<String> oneOf) {

  /** Copies the answers. */
  public Condition {
    oneOf = Set.copyOf(oneOf);
  }
}
