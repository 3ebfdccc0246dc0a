package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.entity.AidCampaign.TwoHouseholds;
import fr.gestmat.mealaid.entity.AmountUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What rules and scale say about an application, as a decision needs it.
 *
 * @param rules every rule with its result, in the order in which they are told
 * @param gift what the scale gives; empty if no rule of it fits or something is unknown
 * @param missing codes of what has to be known first
 * @param proved whether everything that it rests on comes from an official source
 * @param inputs JSON: everything that it was computed from, so that it can be computed again
 * @param shares what each household would be given, if the child lives in two that count
 */
public record Assessed(
    List<RuleLine> rules,
    Optional<Gift> gift,
    List<String> missing,
    boolean proved,
    String inputs,
    Optional<Shares> shares) {

  /** Copies the lists. */
  public Assessed {
    rules = List.copyOf(rules);
    missing = List.copyOf(missing);
  }

  /** Of a child who lives in one household. */
  public Assessed(
      List<RuleLine> rules,
      Optional<Gift> gift,
      List<String> missing,
      boolean proved,
      String inputs) {
    this(rules, gift, missing, proved, inputs, Optional.empty());
  }

  /**
   * Two households.
   *
   * @param rule how the campaign counts them
   * @param applicant what the applicant's would be given
   * @param second what the other would be given; empty as long as it is not known
   * @param alone why an officer decides on the applicant's alone; empty if nobody does
   */
  public record Shares(
      TwoHouseholds rule, Optional<Gift> applicant, Optional<Gift> second, String alone) {}

  /** How a rule answered. */
  public enum Verdict {
    /** It is fulfilled. */
    PASSED,
    /** It is not. */
    FAILED,
    /** It is not, and an officer went over it with a motive. */
    WAIVED,
    /** It cannot tell. */
    UNKNOWN
  }

  /**
   * A rule and its result.
   *
   * @param code of the rule
   * @param verdict how it answered
   * @param reason code of the reason it refuses for, or of what is missing; empty if it passed
   * @param data what the reason's sentence says, in its order
   * @param overridable whether an officer may go over it with a motive
   */
  public record RuleLine(
      String code, Verdict verdict, String reason, List<Object> data, boolean overridable) {}

  /**
   * What the scale gives for the child.
   *
   * @param scale database id of its version
   * @param label name of the bracket; may be empty
   * @param unit what the value is for
   * @param value percent for a rate, else euros; at least 0
   */
  public record Gift(long scale, String label, AmountUnit unit, BigDecimal value) {

    /** The part of the price in percent, if that is what it gives. */
    public Optional<BigDecimal> rate() {
      return unit == AmountUnit.RATE ? Optional.of(value) : Optional.empty();
    }

    /** The euros, if that is what it gives. */
    public Optional<BigDecimal> amount() {
      return unit == AmountUnit.RATE ? Optional.empty() : Optional.of(value);
    }
  }

  /** The rules that refuse. */
  public List<RuleLine> failed() {
    return rules.stream().filter(rule -> rule.verdict() == Verdict.FAILED).toList();
  }

  /** Whether the scale waits for the second household only. */
  public boolean lacksSecondHousehold() {
    return missing.contains(SecondHousehold.ALONE);
  }

  /** Whether every rule could answer and the scale too. */
  public boolean isWhole() {
    return gift.isPresent()
        && missing.isEmpty()
        && rules.stream().noneMatch(rule -> rule.verdict() == Verdict.UNKNOWN);
  }
}
