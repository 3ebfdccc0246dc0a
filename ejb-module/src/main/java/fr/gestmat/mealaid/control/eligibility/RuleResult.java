package fr.gestmat.mealaid.control.eligibility;

import java.util.List;

/** What a rule says; the screens have a sentence for each. */
public sealed interface RuleResult {

  /** Which rule. */
  RuleCode rule();

  /** It is fulfilled. */
  record Passed(RuleCode rule) implements RuleResult {}

  /**
   * It is not.
   *
   * @param rule which
   * @param reason stable code of the reason
   * @param data what its sentence says, in its order
   * @param overridable whether an officer may go over it with a motive
   */
  record Failed(RuleCode rule, String reason, List<Object> data, boolean overridable)
      implements RuleResult {}

  /**
   * It is not, and an officer went over it.
   *
   * @param rule which
   * @param reason stable code of the reason it would refuse for
   * @param motive why it was gone over
   */
  record Waived(RuleCode rule, String reason, String motive) implements RuleResult {}

  /**
   * It cannot tell.
   *
   * @param rule which
   * @param missing what has to be known
   */
  record Undetermined(RuleCode rule, Unknown missing) implements RuleResult {}

  /** Whether the aid cannot be refused for it. */
  default boolean isFulfilled() {
    return this instanceof Passed || this instanceof Waived;
  }
}
